/** Reads HTTP requests, writes the city's GTFS, its vehicle positions and its clock. */
package org.weir.city.serve;
