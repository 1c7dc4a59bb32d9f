/** Reads and writes JSON: a vehicle's position in GTFS-Realtime's canonical JSON, without reflection. */
package org.weir.schemas.position;
