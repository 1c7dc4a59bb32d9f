package org.weir.schemas.ledger;

import java.time.Instant;

/**
 * The value in the {@code ledger-checkpoints} topic: how far the ledger's Merkle tree (RFC 6962) has been signed.
 *
 * @param origin whose ledger it is
 * @param size how many leaves
 * @param root the tree's root hash, base64
 * @param ledgerOffset behind the last record of the {@code ledger} topic that is in the tree
 * @param at when it was signed
 * @param note the signed text, as an auditor checks it
 */
public record Checkpoint(String origin, long size, String root, long ledgerOffset, Instant at, String note) {}
