/**
 * Reads obligations and scope as parties wrote them, writes the steps that records take; or what of them is not understood.
 * Drafting and enforcement read alike: what one refuses the other withholds.
 */
package org.weir.consent.transform.term;
