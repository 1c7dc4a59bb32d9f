/** Reads configuration, writes what every part of the service shares: settings, clock, the ring of keys. */
package org.weir.ingest;
