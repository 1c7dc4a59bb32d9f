/** Reads trip runs from their topic, writes them and the figures of each day and month into PostgreSQL. */
package org.weir.dashboard.store;
