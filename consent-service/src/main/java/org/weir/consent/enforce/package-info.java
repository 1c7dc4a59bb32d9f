/** Reads raw topics and plans, writes shared topics, ledger entries and quarantine, in one transaction with the offsets read. */
package org.weir.consent.enforce;
