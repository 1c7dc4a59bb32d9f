/** Reads runs and the figures of days, writes rows of the tables that people take with them. */
package org.weir.dashboard.export;
