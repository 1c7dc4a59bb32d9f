package org.weir.city.flaw;

import org.weir.city.geo.Point;
import org.weir.city.sim.BusReport;

/**
 * Where and when a receiver says it is.
 *
 * @param at seconds of the epoch by its own clock
 * @param bearing degrees clockwise from north
 * @param speed metres a second
 */
record Fix(long at, Point point, double bearing, double speed) {
    static Fix of(BusReport report) {
        return new Fix(report.at(), report.point(), report.bearing(), report.speed());
    }
}
