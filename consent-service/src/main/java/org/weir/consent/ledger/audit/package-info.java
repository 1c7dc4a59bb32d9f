/**
 * Reads an exported ledger and a public key, writes what was found: all of it with nothing but Java, so that an auditor
 * can run it, and read it, without the rest of Weir.
 */
package org.weir.consent.ledger.audit;
