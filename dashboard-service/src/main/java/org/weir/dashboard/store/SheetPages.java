package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Place;

/** All figures of days of a feed's places of one kind, in pages as {@link RunPages} has them. */
@ApplicationScoped
public class SheetPages {
    private static final int PAGE = 100;
    private static final String AFTER = "SELECT route, direction, place, service_date, sheet FROM rollup_day"
            + " WHERE feed = $1 AND agreement = $2 AND kind = $3 AND service_date BETWEEN $4 AND $5"
            + " AND route > '' AND (route, direction, kind, place, service_date) > ($6, $7, $3, $8, $9)"
            + " ORDER BY route, direction, place, service_date LIMIT " + PAGE;

    private final Pool database;

    SheetPages(Pool database) {
        this.database = database;
    }

    /** A place of a route and direction on a service date. */
    public record Sheet(String route, int direction, String place, LocalDate date, DaySheet sheet) {}

    /** The sheets that follow one of them, by route, direction, place and date; the first where it is null. */
    public Uni<List<Sheet>> after(
            String feed, String agreement, Place.Kind kind, LocalDate from, LocalDate to, Sheet last) {
        Tuple key = Tuple.tuple()
                .addString(feed)
                .addString(agreement)
                .addShort((short) kind.ordinal())
                .addLocalDate(from)
                .addLocalDate(to)
                .addString(last == null ? "" : last.route())
                .addShort(last == null ? -1 : (short) last.direction())
                .addString(last == null ? "" : last.place())
                .addLocalDate(last == null ? from : last.date());
        return database.preparedQuery(AFTER).execute(key).map(rows -> {
            List<Sheet> sheets = new ArrayList<>(rows.size());
            rows.forEach(row -> sheets.add(new Sheet(
                    row.getString("route"),
                    row.getShort("direction"),
                    row.getString("place"),
                    row.getLocalDate("service_date"),
                    DaySheetCodec.read(row.getBuffer("sheet").getBytes()))));
            return sheets;
        });
    }
}
