/** Reads whole segment speeds from their topic, writes them into PostgreSQL; reads them back for the queries. */
package org.weir.dashboard.store;
