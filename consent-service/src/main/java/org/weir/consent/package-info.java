/** Reads raw records and agreements, writes shared records: what may flow, to whom, in which form, and the proof of it. */
package org.weir.consent;
