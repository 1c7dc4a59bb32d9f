package org.weir.consent.ledger.store;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weir.consent.ledger.Balance;
import org.weir.consent.ledger.DailyCount;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/** Reads balances and daily counts. Every method waits for the database and must not be called on an event loop. */
@ApplicationScoped
public class LedgerStore {
    private final Database database;

    public LedgerStore(Database database) {
        this.database = database;
    }

    /** Every balance, by feed and agreement. */
    public List<Balance> balances() {
        List<Balance> balances = new ArrayList<>();
        // One statement, so that both tables are seen as of one moment.
        for (Row row : database.run(
                """
                        select b.feed, b.agreement, accepted, shared, quarantined, since, until, reason, records
                        from ledger_balance b left join ledger_withheld w on w.feed = b.feed and w.agreement = b.agreement
                        order by b.feed, b.agreement
                        """)) {
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

    /**
     * What became of records day by day, newest last.
     *
     * @param agreement whose days, or null for every agreement's
     */
    public List<DailyCount> daily(AgreementId agreement) {
        List<DailyCount> days = new ArrayList<>();
        database.run(
                        """
                        select feed, agreement, day, zone, shared, withheld, quarantined from ledger_daily
                        where $1::text is null or agreement = $1 order by day, feed, agreement, zone
                        """,
                        agreement == null ? null : agreement.value())
                .forEach(row -> days.add(new DailyCount(
                        FeedId.of(row.getString(0)),
                        agreement(row.getString(1)),
                        row.getLocalDate(2),
                        ZoneId.of(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6))));
        return days;
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
        return new Balance(
                FeedId.of(row.getString("feed")),
                agreement(row.getString("agreement")),
                row.getLong("accepted"),
                row.getLong("shared"),
                reasons,
                row.getLong("quarantined"),
                row.getOffsetDateTime("since").toInstant(),
                row.getOffsetDateTime("until").toInstant());
    }

    private static AgreementId agreement(String name) {
        return name.isEmpty() ? null : new AgreementId(name);
    }
}
