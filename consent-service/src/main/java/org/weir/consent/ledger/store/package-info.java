/** Reads the ledger topic, writes its Merkle log, sums and checkpoints: to PostgreSQL in one transaction, to ledger-checkpoints. */
package org.weir.consent.ledger.store;
