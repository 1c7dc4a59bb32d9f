package org.weir.dashboard.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weir.dashboard.rank.EvidenceBlock;
import org.weir.dashboard.rank.EvidenceMerge;
import org.weir.dashboard.rank.EvidencePart;
import org.weir.dashboard.rank.SumPlan;

/** Sums of a month's evidence, added up anew from its dates: a city's quarter is read from three of them. */
@ApplicationScoped
public class EvidenceSums {
    /** So many places' dates are held at once. */
    private static final int PLACES = 500;

    private static final EvidencePart.Kind[] KINDS = EvidencePart.Kind.values();

    private static final String MARK = Marks.mark("evidence_month", "feed, agreement, month", "$1, $2, $3::date");
    private static final String CLAIM = "UPDATE evidence_month e SET claimed = now() + interval '10 minutes'"
            + " FROM (SELECT feed, agreement, month FROM evidence_month"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now())"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)"
            + " ORDER BY marked_at LIMIT 1 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (e.feed, e.agreement, e.month) = (c.feed, c.agreement, c.month)"
            + " RETURNING e.feed, e.agreement, e.month AS date, e.marked";
    private static final String DATES = "SELECT service_date AS date FROM evidence_date WHERE feed = $1"
            + " AND agreement = $2 AND service_date >= $3 AND service_date < $3 + interval '1 month' AND rolled > 0"
            + " ORDER BY service_date";
    private static final String PLACES_OF =
            "SELECT id, kind, place FROM evidence_place WHERE feed = $1 AND agreement = $2 ORDER BY id";
    private static final String DAYS = "SELECT service_date AS date, place, numbers FROM evidence_day"
            + " WHERE service_date = ANY($1) AND place BETWEEN $2 AND $3 ORDER BY service_date, place";
    private static final String LOCK = "LOCK TABLE evidence_month, evidence_sum IN ROW EXCLUSIVE MODE";
    private static final String ROLLED = "UPDATE evidence_month SET rolled = $4, since = now(), claimed = NULL,"
            + " dates = $5 WHERE feed = $1 AND agreement = $2 AND month = $3 AND rolled < $4"
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String CLEAR = "DELETE FROM evidence_sum WHERE feed = $1 AND agreement = $2 AND month = $3";
    private static final String PUT = "INSERT INTO evidence_sum (feed, agreement, month, span, part, numbers)"
            + " VALUES ($1, $2, $3, $4, $5, $6)";

    private final Pool database;

    EvidenceSums(Pool database) {
        this.database = database;
    }

    private record Named(int id, EvidencePart.Kind kind, String place) {}

    static Uni<RowSet<Row>> mark(SqlConnection tx, FeedDate month) {
        return tx.preparedQuery(MARK).execute(month.tuple());
    }

    /** Claims one month, as {@link RollupStore#claim} claims days; null where none is due. */
    Uni<EvidenceStore.Claim> claim(Duration quiet, Duration every) {
        return EvidenceStore.claim(database, CLAIM, Tuple.of(RollupStore.interval(quiet), RollupStore.interval(every)));
    }

    /** Adds the month up anew from its dates and replaces it, unless later sums are there. */
    Uni<Void> merge(EvidenceStore.Claim claim) {
        FeedDate month = claim.of();
        return database.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(() -> tx.preparedQuery(DATES).execute(month.tuple()))
                .map(EvidenceSums::dates)
                .chain(dates -> tx.preparedQuery(ROLLED)
                        .execute(month.tuple().addLong(claim.mark()).addArrayOfLocalDate(dates))
                        .chain(done -> done.rowCount() == 0 ? Uni.createFrom().voidItem() : write(tx, month, dates))));
    }

    private static LocalDate[] dates(RowSet<Row> rows) {
        List<LocalDate> dates = new ArrayList<>();
        rows.forEach(row -> dates.add(row.getLocalDate("date")));
        return dates.toArray(LocalDate[]::new);
    }

    private static Uni<Void> write(SqlConnection tx, FeedDate month, LocalDate[] dates) {
        return tx.preparedQuery(CLEAR)
                .execute(month.tuple())
                .chain(() -> tx.preparedQuery(PLACES_OF).execute(Tuple.of(month.feed(), month.agreement())))
                .map(EvidenceSums::chunks)
                .chain(chunks -> Multi.createFrom()
                        .range(0, chunks.size())
                        .onItem()
                        .transformToUniAndConcatenate(part -> write(tx, month, dates, part, chunks.get(part)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static List<List<Named>> chunks(RowSet<Row> rows) {
        List<List<Named>> chunks = new ArrayList<>();
        for (Row row : rows) {
            if (chunks.isEmpty() || chunks.get(chunks.size() - 1).size() == PLACES) {
                chunks.add(new ArrayList<>());
            }
            chunks.get(chunks.size() - 1)
                    .add(new Named(row.getInteger("id"), KINDS[row.getShort("kind")], row.getString("place")));
        }
        return chunks;
    }

    private static Uni<RowSet<Row>> write(
            SqlConnection tx, FeedDate month, LocalDate[] dates, int part, List<Named> places) {
        Map<Integer, Named> byId = new HashMap<>();
        places.forEach(place -> byId.put(place.id(), place));
        Tuple between = Tuple.tuple()
                .addArrayOfLocalDate(dates)
                .addInteger(places.get(0).id())
                .addInteger(places.get(places.size() - 1).id());
        return tx.preparedQuery(DAYS)
                .execute(between)
                // Seconds of arithmetic for a large city: not on a thread that others wait for.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> sums(rows, byId))
                .chain(sums -> sums.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : tx.preparedQuery(PUT).executeBatch(rows(month, part, sums)));
    }

    private static List<Tuple> rows(FeedDate month, int part, Map<Integer, EvidenceMerge> sums) {
        List<Tuple> rows = new ArrayList<>();
        sums.forEach((span, sum) -> rows.add(month.tuple()
                .addShort(span.shortValue())
                .addInteger(part)
                .addBuffer(Buffer.buffer(EvidenceBlock.write(sum.parts())))));
        return rows;
    }

    /** By span. Places of others may lie between. */
    private static SortedMap<Integer, EvidenceMerge> sums(RowSet<Row> rows, Map<Integer, Named> byId) {
        SortedMap<Integer, EvidenceMerge> sums = new TreeMap<>();
        for (Row row : rows) {
            Named named = byId.get(row.getInteger("place"));
            if (named != null) {
                EvidencePart part = new EvidencePart(
                        named.kind(), named.place(), row.getBuffer("numbers").getBytes());
                int weekday = row.getLocalDate("date").getDayOfWeek().getValue();
                sums.computeIfAbsent(weekday, w -> new EvidenceMerge()).add(part);
            }
        }
        Map<Integer, EvidenceMerge> wider = new HashMap<>();
        sums.forEach((weekday, sum) -> {
            for (int span : SumPlan.Span.around(DayOfWeek.of(weekday))) {
                sum.parts().forEach(wider.computeIfAbsent(span, s -> new EvidenceMerge())::add);
            }
        });
        sums.putAll(wider);
        return sums;
    }
}
