package org.weir.consent.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weir.consent.ledger.Balance;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/** Keeps balances. Every method waits for the database and must not be called on an event loop. */
@ApplicationScoped
public class LedgerStore {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BALANCE =
            """
            insert into ledger_balance as b (feed, agreement, accepted, shared, quarantined, since, until)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (feed, agreement) do update set
                accepted = b.accepted + excluded.accepted,
                shared = b.shared + excluded.shared,
                quarantined = b.quarantined + excluded.quarantined,
                since = least(b.since, excluded.since),
                until = greatest(b.until, excluded.until)
            """;
    private static final String WITHHELD =
            """
            insert into ledger_withheld as w (feed, agreement, reason, records) values ($1, $2, $3, $4)
            on conflict (feed, agreement, reason) do update set records = w.records + excluded.records
            """;

    private final Pool pool;

    LedgerStore(Pool pool) {
        this.pool = pool;
    }

    /** Up to which offset, excluded, a partition of the topic is summed. */
    public long progress(int partition) {
        return pool.preparedQuery("select next_offset from ledger_progress where partition = $1")
                .execute(Tuple.of(partition))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getLong(0) : 0L)
                .await()
                .atMost(PATIENCE);
    }

    /**
     * Adds the sums of entries from one offset to another, or nothing at all where another process has added them.
     *
     * @return whether they were added
     */
    public boolean add(int partition, long from, long to, Collection<Balance> sums) {
        return pool.withTransaction(
                        c -> c.preparedQuery("insert into ledger_progress values ($1, 0) on conflict do nothing")
                                .execute(Tuple.of(partition))
                                .chain(() -> c.preparedQuery(
                                                "update ledger_progress set next_offset = $3 where partition = $1 and next_offset = $2")
                                        .execute(Tuple.of(partition, from, to)))
                                .chain(moved -> moved.rowCount() == 0
                                        ? Uni.createFrom().item(false)
                                        : upsert(c, sums).replaceWith(true)))
                .await()
                .atMost(PATIENCE);
    }

    /** Every balance, by feed and agreement. */
    public List<Balance> balances() {
        List<Balance> balances = new ArrayList<>();
        // One statement, so that both tables are seen as of one moment.
        for (Row row : pool.query(
                        """
                        select b.feed, b.agreement, accepted, shared, quarantined, since, until, reason, records
                        from ledger_balance b left join ledger_withheld w on w.feed = b.feed and w.agreement = b.agreement
                        order by b.feed, b.agreement
                        """)
                .execute()
                .await()
                .atMost(PATIENCE)) {
            Map<ReasonCode, Long> reasons = row.getString("reason") == null
                    ? Map.of()
                    : Map.of(ReasonCode.of(row.getString("reason")), row.getLong("records"));
            Balance balance = balance(row, reasons);
            int last = balances.size() - 1;
            boolean same = last >= 0 && same(balances.get(last), balance);
            if (same) {
                balances.set(last, withReasons(balances.get(last), reasons));
            } else {
                balances.add(balance);
            }
        }
        return balances;
    }

    private static boolean same(Balance a, Balance b) {
        return a.feed().equals(b.feed()) && java.util.Objects.equals(a.agreement(), b.agreement());
    }

    private static Balance withReasons(Balance b, Map<ReasonCode, Long> more) {
        Map<ReasonCode, Long> all = new EnumMap<>(ReasonCode.class);
        all.putAll(b.withheld());
        all.putAll(more);
        return new Balance(
                b.feed(), b.agreement(), b.accepted(), b.shared(), all, b.quarantined(), b.since(), b.until());
    }

    private static Balance balance(Row row, Map<ReasonCode, Long> reasons) {
        String agreement = row.getString("agreement");
        return new Balance(
                FeedId.of(row.getString("feed")),
                agreement.isEmpty() ? null : new AgreementId(agreement),
                row.getLong("accepted"),
                row.getLong("shared"),
                reasons,
                row.getLong("quarantined"),
                row.getOffsetDateTime("since").toInstant(),
                row.getOffsetDateTime("until").toInstant());
    }

    private static Uni<Void> upsert(SqlConnection c, Collection<Balance> sums) {
        List<Tuple> balances = new ArrayList<>();
        List<Tuple> withheld = new ArrayList<>();
        for (Balance b : sums) {
            String agreement = b.agreement() == null ? "" : b.agreement().value();
            balances.add(Tuple.from(List.of(
                    b.feed().value(),
                    agreement,
                    b.accepted(),
                    b.shared(),
                    b.quarantined(),
                    at(b.since()),
                    at(b.until()))));
            b.withheld().forEach((reason, n) -> withheld.add(Tuple.of(b.feed().value(), agreement, reason.code(), n)));
        }
        Uni<?> first = balances.isEmpty()
                ? Uni.createFrom().voidItem()
                : c.preparedQuery(BALANCE).executeBatch(balances);
        return first.chain(() -> withheld.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : c.preparedQuery(WITHHELD).executeBatch(withheld).replaceWithVoid())
                .replaceWithVoid();
    }

    private static OffsetDateTime at(java.time.Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
