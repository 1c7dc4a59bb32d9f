package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads how long buses spent on each 25 m of their ways. */
@ApplicationScoped
public class WayStore {
    private static final String DAYS = "SELECT way, service_date, times FROM way_day WHERE feed = $1 AND agreement = $2"
            + " AND route = $3 AND direction = $4 AND service_date BETWEEN $5 AND $6 ORDER BY way, service_date";

    private final Pool database;

    WayStore(Pool database) {
        this.database = database;
    }

    /** A way on a service date, as {@link org.weir.dashboard.measure.WayTimes} reads it. */
    public record Day(String way, LocalDate date, byte[] times) {}

    /** The ways of a route and direction, on dates from one to another, both included. */
    public Uni<List<Day>> days(String feed, String agreement, SheetStore.Line line, LocalDate from, LocalDate to) {
        return database.preparedQuery(DAYS)
                .execute(Tuple.of(feed, agreement, line.route(), (short) line.direction(), from, to))
                .map(rows -> {
                    List<Day> days = new ArrayList<>(rows.size());
                    rows.forEach(row -> days.add(new Day(
                            row.getString("way"),
                            row.getLocalDate("service_date"),
                            row.getBuffer("times").getBytes())));
                    return days;
                });
    }
}
