package org.weir.dashboard.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weir.dashboard.rank.EvidencePart;
import org.weir.schemas.id.FeedId;

/** Evidence of service dates in PostgreSQL: of which it has to be gathered, and what was gathered. */
@ApplicationScoped
public class EvidenceStore {
    static final String TABLE = "evidence_day";

    private static final int AT_ONCE = 2_000;

    private static final String MARK = Marks.mark("evidence_date", "feed, agreement, service_date", "$1, $2, $3::date");
    /** Where runs were dropped the evidence stays as it is. */
    private static final String OPEN = " AND" + Marks.open("evidence_date");

    private static final String MOVED = "UPDATE evidence_date r SET " + Marks.AGAIN
            + " WHERE marked = rolled AND ground <> $1 AND" + Marks.open("r");
    private static final String CLAIM = "UPDATE evidence_date e SET claimed = now() + interval '10 minutes'"
            + " FROM (SELECT feed, agreement, service_date FROM evidence_date"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now())"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)" + OPEN
            + " AND feed = ANY($3::text[])"
            + " ORDER BY marked_at LIMIT 1 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (e.feed, e.agreement, e.service_date) = (c.feed, c.agreement, c.service_date)"
            + " RETURNING e.feed, e.agreement, e.service_date AS date, e.marked";
    /** As {@link RollupStore} does it, in the order in which a destruction locks. */
    private static final String LOCK =
            "LOCK TABLE evidence_date, evidence_day, evidence_place, evidence_month IN ROW EXCLUSIVE MODE";

    private static final String ROLLED = "UPDATE evidence_date SET rolled = $4, since = now(), claimed = NULL,"
            + " changed_at = now(), ground = $5 WHERE feed = $1 AND agreement = $2 AND service_date = $3"
            + " AND rolled < $4" + OPEN
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String NAME = "INSERT INTO evidence_place (feed, agreement, kind, place)"
            + " SELECT $1, $2, n.kind, n.place FROM unnest($3::smallint[], $4::text[]) n (kind, place)"
            + " WHERE NOT EXISTS (SELECT 1 FROM evidence_place p WHERE (p.feed, p.agreement, p.kind, p.place)"
            + " = ($1, $2, n.kind, n.place)) ON CONFLICT DO NOTHING";
    private static final String CLEAR = "DELETE FROM evidence_day e USING evidence_place p WHERE e.service_date = $3"
            + " AND p.id = e.place AND p.feed = $1 AND p.agreement = $2 AND NOT EXISTS (SELECT 1 FROM"
            + " unnest($4::smallint[], $5::text[]) n (kind, place) WHERE (p.kind, p.place) = (n.kind, n.place))";
    private static final String PUT = "INSERT INTO evidence_day AS e (service_date, place, numbers)"
            + " SELECT $3::date, p.id, n.numbers FROM unnest($4::smallint[], $5::text[], $6::bytea[]) n (kind, place,"
            + " numbers) JOIN evidence_place p ON (p.feed, p.agreement, p.kind, p.place) = ($1, $2, n.kind, n.place)"
            + " ON CONFLICT (service_date, place) DO UPDATE SET numbers = EXCLUDED.numbers"
            + " WHERE e.numbers <> EXCLUDED.numbers";

    private final Pool database;
    private final Months months;

    EvidenceStore(Pool database, Months months) {
        this.database = database;
        this.months = months;
    }

    /**
     * A date, or a month, that this instance is to reckon.
     *
     * @param mark the newest mark when it was claimed
     */
    record Claim(FeedDate of, long mark) {
        static Claim read(Row row) {
            return new Claim(FeedDate.read(row), row.getLong("marked"));
        }
    }

    /** Marks the date that a route's new figures are of, in their transaction. */
    static Uni<RowSet<Row>> mark(SqlConnection tx, RouteDate day) {
        return tx.preparedQuery(MARK).execute(FeedDate.of(day).tuple());
    }

    /** Marks what was gathered on other streets than there are now, as far as its runs are still there; says how many. */
    Uni<Integer> moved(String ground) {
        return database.preparedQuery(MOVED).execute(Tuple.of(ground)).map(RowSet::rowCount);
    }

    /** Claims one date, as {@link RollupStore#claim} claims days; null where none is due. */
    Uni<Claim> claim(Duration quiet, Duration every, Set<FeedId> scheduled) {
        return claim(
                database,
                CLAIM,
                Tuple.of(RollupStore.interval(quiet), RollupStore.interval(every))
                        .addArrayOfString(RollupStore.names(scheduled)));
    }

    static Uni<Claim> claim(Pool database, String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .map(rows ->
                        rows.size() == 0 ? null : Claim.read(rows.iterator().next()));
    }

    /** Replaces all evidence of a date, unless later is there. What is the same is not written again. */
    Uni<Void> replace(Claim claim, List<EvidencePart> parts, String ground) {
        FeedDate date = claim.of();
        return months.make(TABLE, YearMonth.from(date.date()))
                .chain(() -> database.withTransaction(tx -> tx.query(LOCK)
                        .execute()
                        .chain(() -> tx.preparedQuery(ROLLED)
                                .execute(date.tuple().addLong(claim.mark()).addString(ground)))
                        .chain(done -> done.rowCount() == 0 ? Uni.createFrom().voidItem() : write(tx, date, parts))));
    }

    private static Uni<Void> write(SqlConnection tx, FeedDate date, List<EvidencePart> parts) {
        Tuple names = names(Tuple.of(date.feed(), date.agreement()), parts);
        return tx.preparedQuery(NAME)
                .execute(names)
                .chain(() -> tx.preparedQuery(CLEAR).execute(names(date.tuple(), parts)))
                .chain(() -> Multi.createFrom()
                        .iterable(pages(parts))
                        .onItem()
                        .transformToUniAndConcatenate(page -> put(tx, date, page))
                        .collect()
                        .last())
                .chain(() -> EvidenceSums.mark(tx, date.month()))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> put(SqlConnection tx, FeedDate date, List<EvidencePart> page) {
        Tuple row = names(date.tuple(), page);
        // Arrays of bytes are only taken by what is under it.
        row.getDelegate()
                .addArrayOfBuffer(
                        page.stream().map(part -> Buffer.buffer(part.numbers())).toArray(Buffer[]::new));
        return tx.preparedQuery(PUT).execute(row);
    }

    private static List<List<EvidencePart>> pages(List<EvidencePart> parts) {
        List<List<EvidencePart>> pages = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += AT_ONCE) {
            pages.add(parts.subList(from, Math.min(parts.size(), from + AT_ONCE)));
        }
        return pages;
    }

    private static Tuple names(Tuple to, List<EvidencePart> parts) {
        return to.addArrayOfShort(parts.stream()
                        .map(part -> (short) part.kind().ordinal())
                        .toArray(Short[]::new))
                .addArrayOfString(parts.stream().map(EvidencePart::place).toArray(String[]::new));
    }
}
