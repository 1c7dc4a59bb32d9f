/** Reads the recipient's shared topics, the feeds and the obligations, writes server-sent events to viewers. */
package org.weir.dashboard.live.stream;
