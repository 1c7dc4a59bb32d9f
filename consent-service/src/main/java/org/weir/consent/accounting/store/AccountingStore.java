package org.weir.consent.accounting.store;

import static org.weir.consent.ledger.store.Database.run;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.accounting.SharedCounts;
import org.weir.consent.accounting.SharedCounts.Line;
import org.weir.consent.ledger.store.Database;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/** Keeps what was counted of shared records. Waits for the database. */
@ApplicationScoped
public class AccountingStore {
    private static final String ADD =
            """
            insert into accounting_count as c (agreement, feed, subject, day, records)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[])
            on conflict (agreement, feed, subject, day) do update set records = c.records + excluded.records
            """;

    /** Days without end on either side are open. */
    private static final String OF =
            """
            from accounting_count where agreement = $1 and feed = $2
            and ($3::date is null or day >= $3) and ($4::date is null or day <= $4)
            """;

    private final Database database;

    public AccountingStore(Database database) {
        this.database = database;
    }

    /** From where to where a partition was read. */
    public record Stretch(TopicPartition partition, long from, long to) {}

    /** One count. */
    public record Counted(LocalDate day, long records) {}

    /** Up to which offset, excluded, a partition is counted. */
    public long progress(TopicPartition partition) {
        for (Row row : database.run(
                "select next_offset from accounting_progress where topic = $1 and partition = $2",
                partition.topic(),
                partition.partition())) {
            return row.getLong(0);
        }
        return 0;
    }

    /**
     * Whether every record of a shared topic is counted.
     *
     * @param ends the offset behind the last record, by partition, transaction markers included
     */
    public boolean covers(String topic, Map<Integer, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end ->
                        end.getValue() == 0 || progress(new TopicPartition(topic, end.getKey())) >= end.getValue());
    }

    /**
     * Adds counts, or nothing at all where another process has counted some of it.
     *
     * @return whether they were added
     */
    public boolean add(Collection<Stretch> read, SharedCounts counts) {
        try {
            return database.inTransaction(connection -> {
                read.forEach(stretch -> move(connection, stretch));
                add(connection, counts.counts());
                return true;
            });
        } catch (CountedElsewhere e) {
            return false;
        }
    }

    /** On which days anything of a feed was shared under an agreement. */
    public List<LocalDate> days(AgreementId agreement, FeedId feed, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        database.run("select distinct day " + OF + " order by day", agreement.value(), feed.value(), from, to)
                .forEach(row -> days.add(row.getLocalDate(0)));
        return days;
    }

    /** What was shared under one of these names, by day. */
    public List<Counted> of(
            AgreementId agreement, FeedId feed, Collection<String> names, LocalDate from, LocalDate to) {
        List<Counted> counted = new ArrayList<>();
        database.run(
                        "select day, sum(records)::bigint " + OF + " and subject = any($5) group by day order by day",
                        agreement.value(),
                        feed.value(),
                        from,
                        to,
                        names.toArray(String[]::new))
                .forEach(row -> counted.add(new Counted(row.getLocalDate(0), row.getLong(1))));
        return counted;
    }

    /** How many records were shared in all, whoever they are about. */
    public long all(AgreementId agreement, FeedId feed, LocalDate from, LocalDate to) {
        return database.run("select coalesce(sum(records), 0)::bigint " + OF, agreement.value(), feed.value(), from, to)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Keeps that somebody asked; of whom is not kept. */
    public void asked(Instant at, String by, FeedId feed, LocalDate from, LocalDate to, int lines) {
        database.run(
                """
                insert into accounting_request (at, by, feed, first_day, last_day, lines)
                values ($1, $2, $3, $4, $5, $6)
                """,
                at.atOffset(ZoneOffset.UTC),
                by,
                feed.value(),
                from,
                to,
                lines);
    }

    /** Forgets the days before. */
    public void forget(LocalDate before) {
        database.run("delete from accounting_count where day < $1", before);
    }

    private static void move(SqlConnection connection, Stretch s) {
        String topic = s.partition.topic();
        int partition = s.partition.partition();
        run(
                connection,
                "insert into accounting_progress (topic, partition, next_offset) values ($1, $2, 0) on conflict do nothing",
                topic,
                partition);
        int moved = run(
                        connection,
                        """
                        update accounting_progress set next_offset = $4
                        where topic = $1 and partition = $2 and next_offset = $3
                        """,
                        topic,
                        partition,
                        s.from,
                        s.to)
                .rowCount();
        if (moved == 0) {
            throw new CountedElsewhere();
        }
    }

    private static void add(SqlConnection connection, Map<Line, Long> counts) {
        List<Line> lines = List.copyOf(counts.keySet());
        run(
                connection,
                ADD,
                lines.stream().map(l -> l.agreement().value()).toArray(String[]::new),
                lines.stream().map(l -> l.feed().value()).toArray(String[]::new),
                lines.stream().map(Line::subject).toArray(String[]::new),
                lines.stream().map(Line::day).toArray(LocalDate[]::new),
                lines.stream().map(counts::get).toArray(Long[]::new));
    }

    private static final class CountedElsewhere extends RuntimeException {
        CountedElsewhere() {
            super("Another process has counted some of this.", null, false, false);
        }
    }
}
