package org.weir.dashboard.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Place;

/** A table whose rows are made of the figures of days. */
public interface SheetTable {
    /** Of which places. */
    Place.Kind kind();

    List<Column> columns();

    /** Takes days by place, those of a place by date. */
    void add(Day day, Rows to) throws IOException;

    /** After the last of them. */
    default void end(Rows to) throws IOException {}

    /**
     * A place on a service date.
     *
     * @param place by its id, as {@link Place} says
     */
    record Day(String route, int direction, String place, LocalDate date, DaySheet sheet) {
        boolean samePlace(Day other) {
            return route.equals(other.route) && direction == other.direction && place.equals(other.place);
        }
    }
}
