/** Reads feed announcements and agreement notices, writes what this recipient may see now, feed by feed. Pure. */
package org.weir.dashboard.standing;
