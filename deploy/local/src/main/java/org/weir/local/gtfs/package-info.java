/** Reads a GTFS archive, writes the agency's name and time zone. Pure. */
package org.weir.local.gtfs;
