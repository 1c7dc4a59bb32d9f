/** Reads the city, writes its signals, neighbourhoods and planted places as GeoJSON (RFC 7946). */
package org.weir.city.layer;
