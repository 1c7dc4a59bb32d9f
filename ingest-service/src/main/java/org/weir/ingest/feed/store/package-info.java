/** Reads and writes PostgreSQL: registered agencies and feeds, push keys, and each feed's tally. */
package org.weir.ingest.feed.store;
