/** Reads the ledger topic and PostgreSQL, writes balances to PostgreSQL with the offset they reach, in one transaction. */
package org.weir.consent.ledger.store;
