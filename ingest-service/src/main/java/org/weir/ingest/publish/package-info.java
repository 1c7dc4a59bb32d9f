/** Reads checked positions, writes raw and quarantine topics, and tells what the broker acknowledged. */
package org.weir.ingest.publish;
