/** Reads nothing, writes HTTP answers: the hub's public keys, with which anybody checks its receipts. */
package org.weir.consent.receipt.rest;
