/** Reads where buses truly are, writes what their agency publishes: samples, each at the bus's own second, as GTFS-Realtime. */
package org.weir.city.feed;
