package org.weir.consent.ledger.store;

import static org.weir.consent.ledger.store.Database.at;
import static org.weir.consent.ledger.store.Database.run;
import static org.weir.consent.ledger.store.Database.runForEach;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.weir.consent.ledger.Balance;
import org.weir.consent.ledger.DailyCount;
import org.weir.consent.ledger.LogBatch;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/** Adds what a batch says to balances and days, within the transaction that appends it. */
@ApplicationScoped
public class LedgerSums {
    /** The ledger's topic has one partition. */
    private static final int PARTITION = 0;

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
    private static final String DAILY =
            """
            insert into ledger_daily as d (feed, agreement, day, zone, shared, withheld, quarantined)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (feed, agreement, day, zone) do update set
                shared = d.shared + excluded.shared,
                withheld = d.withheld + excluded.withheld,
                quarantined = d.quarantined + excluded.quarantined
            """;

    void add(SqlConnection connection, LogBatch batch, Function<FeedId, ZoneId> zones) {
        run(connection, "insert into ledger_progress values ($1, 0) on conflict do nothing", PARTITION);
        // Locked, for a process of the version before may still be summing.
        long summedTo = run(
                        connection,
                        "select next_offset from ledger_progress where partition = $1 for update",
                        PARTITION)
                .iterator()
                .next()
                .getLong(0);
        addBalances(connection, batch.balances(summedTo));
        addDays(connection, batch.days(zones));
        run(
                connection,
                "update ledger_progress set next_offset = greatest(next_offset, $2) where partition = $1",
                PARTITION,
                batch.to());
    }

    private static void addBalances(SqlConnection connection, Collection<Balance> sums) {
        List<Tuple> balances = new ArrayList<>();
        List<Tuple> withheld = new ArrayList<>();
        for (Balance b : sums) {
            String agreement = name(b.agreement());
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
        runForEach(connection, BALANCE, balances);
        runForEach(connection, WITHHELD, withheld);
    }

    private static void addDays(SqlConnection connection, Collection<DailyCount> days) {
        runForEach(
                connection,
                DAILY,
                days.stream()
                        .map(d -> Tuple.from(List.of(
                                d.feed().value(),
                                name(d.agreement()),
                                d.day(),
                                d.zone().getId(),
                                d.shared(),
                                d.withheld(),
                                d.quarantined())))
                        .toList());
    }

    private static String name(AgreementId agreement) {
        return agreement == null ? "" : agreement.value();
    }
}
