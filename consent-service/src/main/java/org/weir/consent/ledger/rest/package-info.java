/** Reads balances, writes HTTP answers: what became of every record. */
package org.weir.consent.ledger.rest;
