package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.weir.dashboard.rank.EvidenceBlock;
import org.weir.dashboard.rank.EvidenceOfSums;
import org.weir.dashboard.rank.EvidencePart;
import org.weir.dashboard.rank.Layout;
import org.weir.dashboard.rank.SumPlan;

/**
 * Reads evidence for a ranking: sums of whole months, corrected by single dates, and then the days of the places that are
 * wanted. Waits; not for an event loop.
 */
@ApplicationScoped
public class EvidenceReader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final EvidencePart.Kind[] KINDS = EvidencePart.Kind.values();

    private static final String DATES = "SELECT feed, agreement, service_date AS date, rolled FROM evidence_date"
            + " WHERE feed = $1 AND agreement = $2 AND service_date BETWEEN $3 AND $4 AND rolled > 0"
            + " ORDER BY service_date";
    private static final String SUMMED = "SELECT month, dates FROM evidence_month WHERE feed = $1 AND agreement = $2"
            + " AND month BETWEEN $3 AND $4 AND rolled > 0";
    private static final String SUM =
            "SELECT numbers FROM evidence_sum WHERE feed = $1 AND agreement = $2" + " AND month = $3 AND span = $4";
    private static final String DATE = "SELECT p.kind, p.place, e.service_date AS date, e.numbers FROM evidence_day e"
            + " JOIN evidence_place p ON p.id = e.place"
            + " WHERE p.feed = $1 AND p.agreement = $2 AND e.service_date = $3";
    private static final String NUMBERS =
            "SELECT id, place FROM evidence_place WHERE feed = $1 AND agreement = $2 AND kind = $3 AND place = ANY($4)";
    private static final String DAYS = "SELECT service_date AS date, place, numbers FROM evidence_day"
            + " WHERE service_date BETWEEN $1 AND $2 AND service_date = ANY($3) AND place = ANY($4)";

    private final Pool database;

    EvidenceReader(Pool database) {
        this.database = database;
    }

    /** A feed as one agreement lets it be seen. */
    public record Source(String feed, String agreement) {}

    /**
     * The dates of sources that have evidence.
     *
     * @param dates with the mark of what each was gathered from, which rises when it changes
     */
    public record Known(Map<Source, SortedMap<LocalDate, Long>> dates) {
        /** All of them, in order. */
        public List<LocalDate> days() {
            Set<LocalDate> days = new TreeSet<>();
            dates.values().forEach(of -> days.addAll(of.keySet()));
            return List.copyOf(days);
        }
    }

    public Known known(Collection<Source> sources, LocalDate from, LocalDate to, Predicate<LocalDate> counts) {
        Map<Source, SortedMap<LocalDate, Long>> dates = new HashMap<>();
        for (Source source : sources) {
            SortedMap<LocalDate, Long> of = new TreeMap<>();
            for (Row row : await(
                    database.preparedQuery(DATES).execute(Tuple.of(source.feed(), source.agreement(), from, to)))) {
                if (counts.test(row.getLocalDate("date"))) {
                    of.put(row.getLocalDate("date"), row.getLong("rolled"));
                }
            }
            dates.put(source, of);
        }
        return new Known(dates);
    }

    /** The sums of all that is known. */
    public EvidenceOfSums sums(Known known, Layout layout) {
        EvidenceOfSums evidence = new EvidenceOfSums(known.days(), layout);
        known.dates().forEach((source, dates) -> {
            if (!dates.isEmpty()) {
                sums(source, dates.keySet(), evidence);
            }
        });
        return evidence;
    }

    private void sums(Source source, Collection<LocalDate> dates, EvidenceOfSums to) {
        Map<LocalDate, List<LocalDate>> asked = byMonth(dates);
        Map<LocalDate, List<LocalDate>> summed = summed(source, asked.keySet());
        List<Runnable> adding = new ArrayList<>();
        asked.forEach((month, of) -> {
            SumPlan plan = SumPlan.of(of, summed.getOrDefault(month, List.of()));
            // Asked for before they are waited for: the database reads ahead while numbers are added here.
            plan.spans().forEach((span, sign) -> adding.add(adder(source, month, span, sign, to)));
            plan.dates().forEach((date, sign) -> adding.add(() -> addDate(source, date, sign, to)));
        });
        adding.forEach(Runnable::run);
    }

    private Map<LocalDate, List<LocalDate>> summed(Source source, Set<LocalDate> months) {
        TreeSet<LocalDate> inOrder = new TreeSet<>(months);
        Map<LocalDate, List<LocalDate>> summed = new HashMap<>();
        for (Row row : await(database.preparedQuery(SUMMED)
                .execute(Tuple.of(source.feed(), source.agreement(), inOrder.first(), inOrder.last())))) {
            summed.put(row.getLocalDate("month"), List.of(row.getArrayOfLocalDates("dates")));
        }
        return summed;
    }

    private Runnable adder(Source source, LocalDate month, int span, int sign, EvidenceOfSums to) {
        var rows = database.preparedQuery(SUM)
                .execute(Tuple.of(source.feed(), source.agreement(), month, (short) span))
                .subscribeAsCompletionStage();
        return () -> {
            for (Row row : await(Uni.createFrom().completionStage(rows))) {
                EvidenceBlock.read(row.getBuffer("numbers").getBytes(), part -> to.add(source.feed(), part, sign));
            }
        };
    }

    private void addDate(Source source, LocalDate date, int sign, EvidenceOfSums to) {
        for (Row row : await(database.preparedQuery(DATE).execute(Tuple.of(source.feed(), source.agreement(), date)))) {
            to.add(source.feed(), part(row), sign);
        }
    }

    /** Adds the days of the places that evidence was asked for; says whether there were any. */
    public boolean bring(Known known, EvidenceOfSums evidence) {
        Map<EvidencePart.Kind, Set<String>> wanted = evidence.wanted();
        List<Runnable> adding = new ArrayList<>();
        wanted.forEach((kind, places) -> known.dates().forEach((source, dates) -> {
            if (!dates.isEmpty()) {
                adding.add(adder(source, dates, kind, places, evidence));
            }
        }));
        adding.forEach(Runnable::run);
        return !wanted.isEmpty();
    }

    /** Asks at once, and adds when it is run: the kinds are read side by side. */
    private Runnable adder(
            Source source,
            SortedMap<LocalDate, Long> dates,
            EvidencePart.Kind kind,
            Set<String> places,
            EvidenceOfSums to) {
        Map<Integer, String> byNumber = new HashMap<>();
        Tuple named = Tuple.of(source.feed(), source.agreement(), (short) kind.ordinal())
                .addArrayOfString(places.toArray(String[]::new));
        var rows = database.preparedQuery(NUMBERS)
                .execute(named)
                .invoke(numbers -> numbers.forEach(row -> byNumber.put(row.getInteger("id"), row.getString("place"))))
                .chain(() -> days(dates, byNumber.keySet()))
                .subscribeAsCompletionStage();
        return () -> {
            for (RowSet<Row> month :
                    Uni.createFrom().completionStage(rows).await().atMost(PATIENCE)) {
                for (Row row : month) {
                    byte[] numbers = row.getBuffer("numbers").getBytes();
                    to.addDay(
                            source.feed(),
                            row.getLocalDate("date"),
                            new EvidencePart(kind, byNumber.get(row.getInteger("place")), numbers));
                }
            }
        };
    }

    /** Months side by side: each is a partition, and the database has more than one processor. */
    private Uni<List<RowSet<Row>>> days(SortedMap<LocalDate, Long> dates, Set<Integer> places) {
        Integer[] numbers = places.toArray(Integer[]::new);
        Map<LocalDate, List<LocalDate>> months = byMonth(dates.keySet());
        return Uni.join()
                .all(months.values().stream()
                        .map(of -> database.preparedQuery(DAYS)
                                .execute(Tuple.of(of.get(0), of.get(of.size() - 1))
                                        .addArrayOfLocalDate(of.toArray(LocalDate[]::new))
                                        .addArrayOfInteger(numbers)))
                        .toList())
                .andFailFast();
    }

    private static Map<LocalDate, List<LocalDate>> byMonth(Collection<LocalDate> dates) {
        Map<LocalDate, List<LocalDate>> months = new TreeMap<>();
        dates.forEach(date -> months.computeIfAbsent(date.withDayOfMonth(1), m -> new ArrayList<>())
                .add(date));
        return months;
    }

    private static EvidencePart part(Row row) {
        return new EvidencePart(
                KINDS[row.getShort("kind")],
                row.getString("place"),
                row.getBuffer("numbers").getBytes());
    }

    private static <T> RowSet<T> await(Uni<RowSet<T>> work) {
        return work.await().atMost(PATIENCE);
    }
}
