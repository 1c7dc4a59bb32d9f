/** Reads ledger entries, writes balances: accepted = shared + withheld by reason + quarantined, for every feed and agreement. */
package org.weir.consent.ledger;
