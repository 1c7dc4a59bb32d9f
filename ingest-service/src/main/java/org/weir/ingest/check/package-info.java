/** Reads decoded positions, writes findings: one class per rule, each finding with a code, a sentence and a remedy. */
package org.weir.ingest.check;
