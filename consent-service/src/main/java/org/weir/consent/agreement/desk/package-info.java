/** Reads commands from people and the clock, writes events, topics and receipts: where the parts of an agreement meet. */
package org.weir.consent.agreement.desk;
