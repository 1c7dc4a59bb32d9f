/** Reads shapes, drawn lines, areas and points, writes streets and what of each pattern's way lies on and in them. Pure. */
package org.weir.dashboard.street;
