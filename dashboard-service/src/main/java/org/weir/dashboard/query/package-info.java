/** Reads schedules, standings and the metrics store, writes what the API answers. Nothing here changes anything. */
package org.weir.dashboard.query;
