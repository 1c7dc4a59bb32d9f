/** Reads a command line, writes a running city, its GTFS or one of its days. */
package org.weir.city.cli;
