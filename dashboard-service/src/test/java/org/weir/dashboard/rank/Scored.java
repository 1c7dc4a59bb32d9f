package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.weir.city.geo.Line;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.network.Planted;

/** A ranking of one cause beside what is planted. */
final class Scored {
    /** A street is this wide, in metres. */
    private static final double BESIDE = 25;

    private static final double STEP = 10;

    final Cause cause;
    final List<Ranked> ranked;
    final List<String> lines = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    /** Of the first place. */
    Facts facts;

    private Scored(Cause cause, List<Ranked> ranked) {
        this.cause = cause;
        this.ranked = ranked;
    }

    /**
     * Holds where every planted place of the cause is found before any other place is, and no decoy is in the ranking at
     * all.
     */
    static Scored of(City city, Cause cause, List<Ranked> ranked) {
        Scored scored = new Scored(cause, ranked);
        List<Planted> wanted = city.planted().stream()
                .filter(p -> p.kind().name().equals(cause.name()))
                .toList();
        Set<String> found = new HashSet<>();
        for (Ranked each : ranked) {
            List<Planted> here = city.planted().stream()
                    .filter(p -> lies(city, each.finding(), p))
                    .toList();
            List<Planted> right = here.stream().filter(wanted::contains).toList();
            if (right.isEmpty() && found.size() < wanted.size()) {
                scored.faults.add(each.finding().id() + " stands before a planted place");
            }
            if (right.isEmpty()) {
                here.stream()
                        .filter(p -> p.kind().decoy())
                        .forEach(p -> scored.faults.add(p.id() + " is ranked " + each.rank() + " as " + cause));
            }
            right.forEach(p -> found.add(p.id()));
            scored.lines.add(line(each, here));
        }
        wanted.stream().filter(p -> !found.contains(p.id())).forEach(p -> scored.faults.add(p.id() + " is not found"));
        return scored;
    }

    private static String line(Ranked each, List<Planted> here) {
        return String.format(
                Locale.ROOT,
                "%-8s %2d  saves %6.0f s a day [%.0f, %.0f], stable %.2f, level %6.2f, %4.0f buses a day  %s",
                each.finding().cause().name().toLowerCase(Locale.ROOT),
                each.rank(),
                each.savedADay(),
                each.low(),
                each.high(),
                each.stability(),
                each.finding().level(),
                each.finding().buses().mean(),
                here.isEmpty()
                        ? "-"
                        : String.join(" ", here.stream().map(Planted::id).toList()));
    }

    private static boolean lies(City city, Finding finding, Planted planted) {
        return switch (finding.cause()) {
            case STOP ->
                finding.where().key().equals(planted.stop()) && planted.kind() != Planted.Kind.SCHEDULE
                        || planted.stop() == null && along(city, finding, planted);
            case SIGNAL ->
                planted.crossing() >= 0
                        ? finding.where().key().equals("signal-" + planted.crossing()) && along(city, finding, planted)
                        : planted.pattern() == null && along(city, finding, planted);
            case SCHEDULE ->
                planted.pattern() != null
                        && finding.where().routes().stream()
                                .anyMatch(r -> planted.pattern().equals(r.route() + '-' + r.direction()))
                        && along(city, finding, planted);
            case LANE -> planted.pattern() == null && along(city, finding, planted);
        };
    }

    /** More than half of a place lies on one of the lines and leads the same way. */
    private static boolean along(City city, Finding finding, Planted planted) {
        return planted.lines().stream().anyMatch(line -> share(city, finding, line) > 0.5);
    }

    private static double share(City city, Finding finding, Line planted) {
        int points = 0;
        int beside = 0;
        double onward = 0;
        for (double[][] line : finding.where().lines()) {
            double before = Double.NaN;
            for (Point point : points(city, line)) {
                points++;
                if (planted.distanceTo(point) <= BESIDE) {
                    beside++;
                    double at = at(planted, point);
                    onward += Double.isNaN(before) ? 0 : Math.signum(at - before);
                    before = at;
                }
            }
        }
        return onward < 0 ? 0 : beside / (double) points;
    }

    private static List<Point> points(City city, double[][] line) {
        List<Point> points = new ArrayList<>();
        for (double[] each : line) {
            Point to = city.plane().point(each[1], each[0]);
            Point from = points.isEmpty() ? to : points.get(points.size() - 1);
            int steps = (int) Math.max(1, Math.ceil(from.distanceTo(to) / STEP));
            for (int i = 1; i <= steps; i++) {
                double share = i / (double) steps;
                points.add(new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
        }
        return points;
    }

    /** Metres along a line to the place nearest to a point. */
    private static double at(Line line, Point point) {
        double nearest = 0;
        for (double metres = 0; metres <= line.length(); metres += STEP) {
            if (line.at(metres).distanceTo(point) < line.at(nearest).distanceTo(point)) {
                nearest = metres;
            }
        }
        return nearest;
    }
}
