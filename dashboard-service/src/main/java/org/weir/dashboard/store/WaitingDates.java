package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which service dates wait: something has come for them, or corridors and areas were drawn anew, and is in no figure yet.
 * What is told of them so far is not all. A date whose runs were dropped waits for nothing.
 */
@ApplicationScoped
public class WaitingDates {
    private static final String OPEN = " AND NOT EXISTS (SELECT 1 FROM closed_month c"
            + " WHERE c.month = date_trunc('month', d.service_date)::date) AND NOT EXISTS (SELECT 1 FROM closed_day c"
            + " WHERE (c.feed, c.agreement, c.service_date) = (d.feed, d.agreement, d.service_date))";
    private static final String PERIOD = " WHERE d.feed = $1 AND d.agreement = $2 AND d.service_date BETWEEN $3 AND $4";
    /** The job sees at its next beat that a layer has changed, and marks all days of all routes. */
    private static final String REDRAWN = "EXISTS (SELECT 1 FROM reference_layer_change WHERE reckoned <> changes)";

    private static final String OF_ROUTES = "SELECT DISTINCT d.service_date AS date FROM route_day d" + PERIOD
            + " AND d.route <> '' AND (d.marked <> d.rolled OR $5 AND " + REDRAWN + ")" + OPEN;
    private static final String OF_ONE = " AND d.route = $6 AND d.direction = $7";
    private static final String OF_EVIDENCE =
            "SELECT d.service_date AS date FROM evidence_date d" + PERIOD + " AND d.marked <> d.rolled" + OPEN;

    private final Pool database;

    WaitingDates(Pool database) {
        this.database = database;
    }

    /**
     * Dates whose figures wait.
     *
     * @param line null for all routes
     * @param drawn whether figures of corridors and areas are meant, which wait also when one of those has changed
     */
    public Uni<Set<LocalDate>> ofFigures(
            EvidenceReader.Source source, SheetStore.Line line, boolean drawn, LocalDate from, LocalDate to) {
        Tuple asked = tuple(source, from, to).addBoolean(drawn);
        return line == null
                ? dates(OF_ROUTES, asked)
                : dates(OF_ROUTES + OF_ONE, asked.addString(line.route()).addShort((short) line.direction()));
    }

    /** Dates whose evidence waits, or the figures that it comes after. */
    public Uni<Set<LocalDate>> ofEvidence(EvidenceReader.Source source, LocalDate from, LocalDate to) {
        // In this order: figures that are done meanwhile have marked their evidence by then.
        return ofFigures(source, null, false, from, to)
                .chain(figures -> dates(OF_EVIDENCE, tuple(source, from, to)).map(evidence -> {
                    evidence.addAll(figures);
                    return evidence;
                }));
    }

    private Uni<Set<LocalDate>> dates(String sql, Tuple asked) {
        return database.preparedQuery(sql).execute(asked).map(rows -> {
            Set<LocalDate> dates = new TreeSet<>();
            rows.forEach(row -> dates.add(row.getLocalDate("date")));
            return dates;
        });
    }

    private static Tuple tuple(EvidenceReader.Source source, LocalDate from, LocalDate to) {
        return Tuple.of(source.feed(), source.agreement(), from, to);
    }
}
