/** Reads a seed, writes the street graph of the city: streets, crossings, signals, a river and its bridges. */
package org.weir.city.street;
