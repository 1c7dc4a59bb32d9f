/** Reads metres on a plane, writes places on the Earth and along lines. */
package org.weir.city.geo;
