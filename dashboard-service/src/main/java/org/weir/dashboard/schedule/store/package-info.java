/** Reads archives from the database, uploads and announced addresses, writes the schedules that everybody here uses. */
package org.weir.dashboard.schedule.store;
