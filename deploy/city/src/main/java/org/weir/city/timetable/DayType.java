package org.weir.city.timetable;

/** The three timetables. */
public enum DayType {
    WEEKDAY("weekday"),
    SATURDAY("saturday"),
    SUNDAY("sunday");

    private final String service;

    DayType(String service) {
        this.service = service;
    }

    /** The GTFS service id. */
    public String service() {
        return service;
    }
}
