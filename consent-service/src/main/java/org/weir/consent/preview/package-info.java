/**
 * Reads agreements' texts and raw records, writes what would flow: one record explained rule by rule, many replayed, two
 * texts compared by their effect. Compiling, deciding and shaping are those of enforcement; nothing is done twice.
 */
package org.weir.consent.preview;
