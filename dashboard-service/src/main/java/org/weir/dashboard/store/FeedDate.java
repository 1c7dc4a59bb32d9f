package org.weir.dashboard.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;

/** All that one feed said on one service date, as one agreement lets it be seen; where a month is meant, its first day. */
public record FeedDate(String feed, String agreement, LocalDate date) {
    static FeedDate of(RouteDate day) {
        return new FeedDate(day.feed(), day.agreement(), day.date());
    }

    static FeedDate read(Row row) {
        return new FeedDate(row.getString("feed"), row.getString("agreement"), row.getLocalDate("date"));
    }

    FeedDate month() {
        return new FeedDate(feed, agreement, date.withDayOfMonth(1));
    }

    Tuple tuple() {
        return Tuple.of(feed, agreement, date);
    }
}
