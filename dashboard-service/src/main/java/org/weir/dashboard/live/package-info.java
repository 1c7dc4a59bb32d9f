/** Reads shared positions, writes what a live map shows: who is where now, who is stale, who is gone. Pure. */
package org.weir.dashboard.live;
