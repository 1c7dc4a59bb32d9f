/** Reads the city and a calendar, writes trips with their times and the work of each vehicle. */
package org.weir.city.timetable;
