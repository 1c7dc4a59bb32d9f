/** Reads commands, writes events: what an agreement is, which rules its text must keep, and how it lives and ends. */
package org.weir.consent.agreement;
