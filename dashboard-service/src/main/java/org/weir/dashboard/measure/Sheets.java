package org.weir.dashboard.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The sheets of a day while they are filled, by place. */
final class Sheets {
    private final double begin;
    private final Map<Place, DaySheet.Builder> byPlace = new HashMap<>();

    Sheets(double begin) {
        this.begin = begin;
    }

    /** @param moment POSIX seconds */
    Cell.Builder at(Place place, double moment) {
        return byPlace.computeIfAbsent(place, p -> new DaySheet.Builder()).at(DaySheet.quarter(moment - begin));
    }

    /** A value at a place, and for the whole route. */
    void addWithRoute(Place place, double moment, Quantity quantity, double value) {
        at(place, moment).add(quantity, value);
        at(Place.ROUTE, moment).add(quantity, value);
    }

    /** In the places' order, so that what is made of them never depends on chance. */
    Map<Place, DaySheet> build() {
        Map<Place, DaySheet> built = new TreeMap<>();
        byPlace.forEach((place, sheet) -> built.put(place, sheet.build()));
        return built;
    }
}
