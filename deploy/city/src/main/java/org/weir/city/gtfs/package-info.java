/** Reads the city and its timetables, writes them as a static GTFS: the same bytes for the same city and calendar. */
package org.weir.city.gtfs;
