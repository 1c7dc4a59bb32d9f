/** Reads registration forms, writes registered agencies, feeds and their push keys. */
package org.weir.ingest.feed;
