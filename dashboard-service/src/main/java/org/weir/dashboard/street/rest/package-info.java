/** Reads requests, writes corridors, areas and reference layers through the store. */
package org.weir.dashboard.street.rest;
