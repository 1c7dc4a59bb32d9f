/** Reads shared records' keys and agreements, writes counts by subject: what was shared of whom, to whom, on which day. */
package org.weir.consent.accounting;
