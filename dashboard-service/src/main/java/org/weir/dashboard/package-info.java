/** Reads configuration, writes the parts that everything here shares: the clock and the settings. */
package org.weir.dashboard;
