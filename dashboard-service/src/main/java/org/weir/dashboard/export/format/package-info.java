/** Reads rows, writes them as CSV, Parquet or GeoJSON while they come. */
package org.weir.dashboard.export.format;
