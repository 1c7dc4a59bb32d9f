/** Reads a city that was only built, writes one with places that need mending, and with places that only look so. */
package org.weir.city.plant;
