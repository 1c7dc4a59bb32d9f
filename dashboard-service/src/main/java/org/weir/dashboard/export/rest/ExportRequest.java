package org.weir.dashboard.export.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.weir.dashboard.export.Table;
import org.weir.dashboard.export.format.Format;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Registry;
import org.weir.dashboard.query.Parameters;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What was asked for.
 *
 * @param from first service date
 * @param to last
 * @param by of which places measures are
 * @param measures which
 * @param choices what was chosen for them
 */
record ExportRequest(
        Table table,
        Format format,
        FeedId feed,
        LocalDate from,
        LocalDate to,
        Place.Kind by,
        List<Measure> measures,
        Choices choices) {
    private static final List<Place.Kind> KINDS = List.of(Place.Kind.ROUTE, Place.Kind.STOP, Place.Kind.SEGMENT);

    /** @throws Refusal where it cannot be */
    static ExportRequest read(String table, MultivaluedMap<String, String> query) {
        Table which = Table.of(table);
        Format format = Format.of(query.getFirst("format"), which);
        FeedId feed = Parameters.feed(query.getFirst("feed"));
        LocalDate from = date("from", query);
        LocalDate to = date("to", query);
        if (from.isAfter(to)) {
            throw new Refusal(ErrorCode.BAD_PARAMETER, "A period begins before it ends.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= which.longest()) {
            throw new Refusal(
                    ErrorCode.PERIOD_TOO_LONG, "Of " + which.id() + " " + which.longest() + " days are given at once.");
        }
        return new ExportRequest(
                which,
                format,
                feed,
                from,
                to,
                by(query.getFirst("by")),
                measures(query.getFirst("measure")),
                Parameters.choices(query));
    }

    private static LocalDate date(String name, MultivaluedMap<String, String> query) {
        return Parameters.date(name, Parameters.required(name, query.getFirst(name)), null);
    }

    private static Place.Kind by(String value) {
        if (value == null || value.isEmpty()) {
            return Place.Kind.ROUTE;
        }
        return KINDS.stream()
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.BAD_PARAMETER, "The parameter by is route, stop or segment."));
    }

    private static List<Measure> measures(String value) {
        return value == null || value.isEmpty()
                ? Registry.ALL
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .distinct()
                        .map(Registry::find)
                        .toList();
    }

    /** What the file is called. */
    String fileName() {
        String period = from.equals(to) ? from.toString() : from + "_" + to;
        return feed.value() + '_' + table.id() + '_' + period + '.' + format.id();
    }
}
