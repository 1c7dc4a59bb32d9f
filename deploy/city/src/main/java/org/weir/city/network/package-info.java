/** Reads the street graph and the plan of routes, writes stops and the ways that buses take past them. */
package org.weir.city.network;
