/** Reads where a record happened, writes a coarser place, or that it lies in a protected zone; cells are H3's. */
package org.weir.consent.transform.place;
