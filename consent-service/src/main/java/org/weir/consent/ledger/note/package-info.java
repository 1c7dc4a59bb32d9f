/** Reads keys, roots and notes, writes notes: checkpoints of the ledger as C2SP's signed notes (tlog-checkpoint, Ed25519). */
package org.weir.consent.ledger.note;
