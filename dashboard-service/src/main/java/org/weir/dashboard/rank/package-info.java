/** Reads trip runs and the ground, writes evidence of streets, stops and timetables by day, and the places that need mending. Pure. */
package org.weir.dashboard.rank;
