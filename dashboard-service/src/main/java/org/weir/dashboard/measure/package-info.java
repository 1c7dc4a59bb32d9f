/** Reads traversals, writes figures: sums that can be merged, and the definition that each figure is shown with. Pure. */
package org.weir.dashboard.measure;
