package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.weir.consent.Documents;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

/**
 * What one record costs on one thread, in nanoseconds of processor time, so that what else the machine does stands
 * outside. Positions of fifteen fields, eleven of them allowed, of 1,000 vehicles on forty routes through a city. Each
 * row adds one clause to the row "eleven fields"; the rounds of all rows alternate, and the best of each is told.
 */
public final class TransformBenchmark {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final int VEHICLES = 1_000;
    private static final int ROUTES = 40;
    /** As many as two polls give: they are warm in the caches, as records are that were just copied out of a fetch. */
    private static final int RECORDS = 8_000;

    private static final int PASSES = 12;
    private static final long START_S = 1_760_000_000L;

    private TransformBenchmark() {}

    private record Row(String name, JsonShaper shaper, double[] best) {}

    /** @param args rounds (default 6); the most that the row of the issue may cost, ns (default 1500) */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        double most = args.length > 1 ? Double.parseDouble(args[1]) : 1_500;
        byte[][] records = records();
        List<Row> rows = rows();
        for (int round = 0; round < rounds; round++) {
            for (Row row : rows) {
                row.best[0] = Math.min(row.best[0], nanos(row.shaper, records));
            }
        }
        System.out.printf("%d records of %d bytes, %d rounds%n", RECORDS, records[0].length, rounds);
        for (Row row : rows) {
            System.out.printf(Locale.ROOT, "%-62s %6.0f ns%n", row.name, row.best[0]);
        }
        System.exit(rows.get(1).best[0] <= most ? 0 : 1);
    }

    private static List<Row> rows() throws TermFault {
        List<Row> rows = new ArrayList<>();
        Obligation pseudonym = on("pseudonymise", "vehicle.id");
        Obligation coarse = on("coarsenLocation", "position", "resolution", "9");
        rows.add(row("eleven fields"));
        rows.add(row("eleven fields, pseudonymise, coarsenLocation 9", pseudonym, coarse));
        rows.add(row("+ pseudonymise", pseudonym));
        rows.add(row("+ rotateId per day", on("rotateId", "vehicle.id", "per", "day")));
        rows.add(row("+ rotateId per trip", on("rotateId", "vehicle.id", "per", "trip")));
        for (String resolution : List.of("7", "9", "11")) {
            rows.add(row(
                    "+ coarsenLocation " + resolution, on("coarsenLocation", "position", "resolution", resolution)));
        }
        rows.add(row(
                "+ coarsenLocation 9, one protected cell",
                new Obligation(
                        "coarsenLocation", "position", Map.of("resolution", "9", "protect", "892a3066a3bffff"))));
        rows.add(row("+ mask", on("mask", "vehicle.id", "showLast", "2")));
        rows.add(row("+ redact", on("redact", "vehicle.id", "value", "x")));
        rows.add(row("+ generalise speed by bins", bins("position.speed")));
        rows.add(row(
                "+ generalise timestamp by hour",
                new Obligation("generalise", "timestamp", Map.of("to", "time", "unit", "hour"))));
        rows.add(row("+ sample 0.5", on("sample", null, "share", "0.5")));
        rows.add(where("+ where trip.routeId == \"R7\"", "trip.routeId == \"R7\""));
        rows.add(where(
                "+ where three terms, all records in scope",
                "trip.routeId.startsWith(\"R\") && position.speed < 90.0" + " && trip.directionId in [0, 1]"));
        rows.add(where("+ where meets a field that is absent", "currentStatus == \"STOPPED_AT\""));
        return rows;
    }

    private static Obligation on(String action, String field) {
        return new Obligation(action, field);
    }

    private static Obligation on(String action, String field, String name, String value) {
        return new Obligation(action, field, Map.of(name, value));
    }

    private static Obligation bins(String field) {
        return new Obligation("generalise", field, Map.of("to", "bins", "width", "5"));
    }

    private static Row row(String name, Obligation... obligations) throws TermFault {
        return row(name, null, List.of(obligations));
    }

    private static Row where(String name, String predicate) throws TermFault {
        return row(name, new Refinement(predicate, null, null, null), List.of());
    }

    private static Row row(String name, Refinement refinement, List<Obligation> obligations) throws TermFault {
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        AgreementDocument plain = Documents.of("bench", FEED, Documents.FIELDS, obligations, null, null);
        Target target = new Target(FEED, List.of(), contract.version(), Documents.FIELDS, refinement);
        AgreementDocument document = new AgreementDocument(
                plain.uid(),
                1,
                plain.profile(),
                plain.title(),
                plain.assigner(),
                plain.assignee(),
                plain.authority(),
                plain.purpose(),
                target,
                obligations,
                null,
                null,
                30);
        JsonShaper shaper =
                Terms.read(document, contract, ZoneOffset.UTC).shape(KEY).shaper();
        return new Row(name, shaper, new double[] {Double.MAX_VALUE});
    }

    private static double nanos(JsonShaper shaper, byte[][] records) throws UnshapeableRecord {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long bytes = 0;
        for (int i = 0; i < PASSES * records.length; i++) {
            ShapedRecord shaped = shaper.shape(records[i % records.length], START_S * 1000 + i);
            bytes += shaped instanceof ShapedRecord.Flows flows ? flows.value().length : 1;
        }
        if (bytes == 0) {
            throw new IllegalStateException("Nothing was shaped.");
        }
        return (threads.getCurrentThreadCpuTime() - start) / (double) (PASSES * records.length);
    }

    private static byte[][] records() {
        Random random = new Random(7);
        byte[][] records = new byte[RECORDS][];
        for (int i = 0; i < RECORDS; i++) {
            int v = i % VEHICLES;
            // Up and down one of forty straight routes of 15 km, 100 m between two reports, 3 m beside the line or
            // less.
            int route = v % ROUTES;
            double way = Math.abs((37 * (i / VEHICLES) + 7 * v) % 300 - 150) / 150.0;
            double north = 42.25 + route * 0.004 + way * 0.09 * Math.cos(route) + random.nextGaussian() * 1e-5;
            double east = -71.2 + route * 0.005 + way * 0.12 * Math.sin(route) + random.nextGaussian() * 1e-5;
            records[i] = String.format(
                            Locale.ROOT,
                            "{\"trip\":{\"tripId\":\"trip-%d\",\"routeId\":\"R%d\",\"directionId\":%d,\"startTime\":\"07:15:00\","
                                    + "\"startDate\":\"20251009\"},\"vehicle\":{\"id\":\"bus-%04d\",\"label\":\"%04d\","
                                    + "\"licensePlate\":\"MA %05d\"},\"position\":{\"latitude\":%.6f,\"longitude\":%.6f,"
                                    + "\"bearing\":%d,\"speed\":%.1f},\"stopId\":\"stop-%d\",\"timestamp\":\"%d\","
                                    + "\"occupancyStatus\":\"MANY_SEATS_AVAILABLE\"}",
                            v / 2,
                            route,
                            v % 2,
                            v,
                            v,
                            v,
                            north,
                            east,
                            i % 360,
                            i % 25 / 1.0,
                            i % 900,
                            START_S + i / 100)
                    .getBytes(UTF_8);
        }
        return records;
    }
}
