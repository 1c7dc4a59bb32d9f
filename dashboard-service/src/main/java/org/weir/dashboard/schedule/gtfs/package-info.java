/** Reads GTFS archives through the OneBusAway library, writes schedules. */
package org.weir.dashboard.schedule.gtfs;
