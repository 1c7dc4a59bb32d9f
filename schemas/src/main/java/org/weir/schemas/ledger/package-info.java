/** Reads and writes JSON: what an enforcer did with each batch, and where it stands. */
package org.weir.schemas.ledger;
