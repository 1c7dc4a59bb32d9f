/** Reads trip runs and the trips that should run, writes figures: sums that merge, by place and quarter hour, and what each figure means. Pure. */
package org.weir.dashboard.measure;
