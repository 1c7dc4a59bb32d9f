/** Reads raw topics, writes lists of their newest records; joins no consumer group and moves nobody's place. */
package org.weir.consent.preview.source;
