/** Reads the city, a timetable and a date, writes where each bus is each second and when it truly came and left. */
package org.weir.city.sim;
