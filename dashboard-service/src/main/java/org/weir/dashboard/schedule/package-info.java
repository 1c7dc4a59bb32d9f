/** Reads nothing, writes what a static GTFS says: routes, stop patterns along shapes, trips, service days. Pure. */
package org.weir.dashboard.schedule;
