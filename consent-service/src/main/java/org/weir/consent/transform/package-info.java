/** Reads the bytes of one record, writes the bytes that may flow: one class per obligation, one pass, no tree. */
package org.weir.consent.transform;
