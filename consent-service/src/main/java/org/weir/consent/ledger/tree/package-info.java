/** Reads leaves and tiles, writes hashes, tiles and proofs: the Merkle tree of RFC 6962 and RFC 9162, for the ledger. */
package org.weir.consent.ledger.tree;
