/** Reads the terms of an agreement, or of two versions, writes sentences that a resident can read; no codes, no paths. */
package org.weir.consent.agreement.words;
