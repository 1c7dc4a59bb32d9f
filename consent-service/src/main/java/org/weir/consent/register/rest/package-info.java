/** Reads agreements and the ledger's daily sums, writes the public register over HTTP, without sign-in. */
package org.weir.consent.register.rest;
