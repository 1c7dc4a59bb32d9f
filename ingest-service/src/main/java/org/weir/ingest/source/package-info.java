/** Reads feeds' addresses and what publishers push, writes messages to each feed's intake. */
package org.weir.ingest.source;
