package org.weir.dashboard.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.weir.dashboard.rank.Asked;
import org.weir.dashboard.rank.Cause;
import org.weir.dashboard.rank.EvidenceOfSums;
import org.weir.dashboard.rank.EvidencePart;
import org.weir.dashboard.rank.LargeCity;
import org.weir.dashboard.rank.Ranked;
import org.weir.dashboard.rank.Ranking;
import org.weir.stack.Stack;

/** A quarter of a large city's evidence, written and ranked by the store's own code: its size, and how long a ranking takes. */
public final class QuarterOfEvidence {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final String AGREEMENT = "large-for-planning";
    /** What {@code weir.store.keep-evidence} keeps, and the rest of the month that it ends in. */
    private static final int DAYS_KEPT = 100 + 30;

    private static final double AT_MOST_SECONDS = 1;
    private static final int ROUNDS = 11;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Pool database;
    private final Connection jdbc;
    private final LargeCity city;
    private final EvidenceReader reader;

    public QuarterOfEvidence(Stack stack, Connection jdbc, int routes, long seed) {
        PgConnectOptions options = PgConnectOptions.fromUri(stack.reactiveUrl("dashboard"))
                .setUser(stack.user())
                .setPassword(stack.password());
        this.database = new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(6))
                .connectingTo(options)
                .build());
        this.jdbc = jdbc;
        this.city = new LargeCity(routes, seed);
        this.reader = new EvidenceReader(database);
        System.out.println(city.says());
    }

    /** Each date of the quarter and then each month, as the job does. */
    public void fill() throws SQLException {
        EvidenceStore dates = new EvidenceStore(database, new Months(database));
        EvidenceSums months = new EvidenceSums(database);
        try (Statement statement = jdbc.createStatement()) {
            for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
                statement.execute("INSERT INTO evidence_date (feed, agreement, service_date, marked, marked_at, since)"
                        + " VALUES ('" + LargeCity.FEED + "', '" + AGREEMENT + "', '" + date
                        + "', nextval('rollup_mark'), now(), now())");
            }
        }
        long begin = System.nanoTime();
        for (EvidenceStore.Claim claim = claimed(dates); claim != null; claim = claimed(dates)) {
            dates.replace(claim, EvidencePart.of(city.on(claim.of().date())), "made up")
                    .await()
                    .atMost(PATIENCE);
        }
        System.out.printf(Locale.ROOT, "a quarter's dates written in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        for (EvidenceStore.Claim claim = month(months); claim != null; claim = month(months)) {
            months.merge(claim).await().atMost(PATIENCE);
        }
        System.out.printf(Locale.ROOT, "its three months added up in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(
                    "VACUUM ANALYZE evidence_place, evidence_date, evidence_day, evidence_month, evidence_sum");
        }
    }

    private static EvidenceStore.Claim claimed(EvidenceStore dates) {
        return dates.claim(Duration.ZERO, Duration.ZERO, Set.of(LargeCity.FEED))
                .await()
                .atMost(PATIENCE);
    }

    private static EvidenceStore.Claim month(EvidenceSums months) {
        return months.claim(Duration.ZERO, Duration.ZERO).await().atMost(PATIENCE);
    }

    /** As the job packs months that are over: all that there are. Says how long it took. */
    public void pack() {
        long begin = System.nanoTime();
        List<String> packed = new PackedMonths(database, new OldMonths(database, new Months(database)))
                .pack(Instant.parse("2027-01-04T00:00:00Z"))
                .await()
                .atMost(PATIENCE);
        System.out.printf(
                Locale.ROOT, "%d tables packed in %.0f s%n", packed.size(), (System.nanoTime() - begin) / 1e9);
    }

    /** Gigabytes of what is kept of single dates and of their sums. */
    public double gigabytes() throws SQLException {
        double days = number("SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits"
                + " WHERE inhparent = 'evidence_day'::regclass");
        double sums =
                number("SELECT pg_total_relation_size('evidence_sum') + pg_total_relation_size('evidence_place')");
        double rows = number("SELECT count(*) FROM evidence_day");
        double scale = DAYS_KEPT / 90.0;
        System.out.printf(
                Locale.ROOT,
                "%,.0f rows of evidence, %.0f bytes each with their index; of %d days %.1f GB and their sums %.1f GB%n",
                rows,
                days / rows,
                DAYS_KEPT,
                days * scale / 1e9,
                sums * scale / 1e9);
        return (days + sums) * scale / 1e9;
    }

    /** Whether a quarter is ranked soon enough. */
    public boolean ranking() {
        boolean held = ranking("all days", date -> true);
        held &= ranking("Monday to Friday", date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
        ranking("Tuesdays", date -> date.getDayOfWeek() == DayOfWeek.TUESDAY);
        ranking("all days but two", date -> date.getDayOfMonth() != 19 || date.getMonthValue() == 3);
        return held;
    }

    private boolean ranking(String what, Predicate<LocalDate> counts) {
        double[] seconds = new double[ROUNDS];
        String found = "";
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            long busy = THREAD.getCurrentThreadCpuTime();
            EvidenceReader.Known known = reader.known(
                    List.of(new EvidenceReader.Source(LargeCity.FEED.value(), AGREEMENT)), FIRST, LAST, counts);
            EvidenceOfSums sums = reader.sums(known, city.layout);
            long summed = System.nanoTime();
            Map<Cause, List<Ranked>> ranked =
                    Ranking.of(sums, city.layout, Asked.allDay(), () -> reader.bring(known, sums));
            long end = System.nanoTime();
            seconds[round] = (end - begin) / 1e9;
            found = "%d lanes, %d signals, %d stops, %d timetables; sums %.2f s, own CPU time %.2f s"
                    .formatted(
                            ranked.get(Cause.LANE).size(),
                            ranked.get(Cause.SIGNAL).size(),
                            ranked.get(Cause.STOP).size(),
                            ranked.get(Cause.SCHEDULE).size(),
                            (summed - begin) / 1e9,
                            (THREAD.getCurrentThreadCpuTime() - busy) / 1e9);
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "ranking of a quarter, %s: median %.2f s (at most %.0f), first %.2f s, slowest %.2f s (%s)%n",
                what,
                seconds[ROUNDS / 2],
                AT_MOST_SECONDS,
                first,
                seconds[ROUNDS - 1],
                found);
        return seconds[ROUNDS / 2] <= AT_MOST_SECONDS;
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = jdbc.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getDouble(1);
        }
    }
}
