/** Reads GeoJSON and the database, writes the reference layers and the ground made of them and of the schedules. */
package org.weir.dashboard.street.store;
