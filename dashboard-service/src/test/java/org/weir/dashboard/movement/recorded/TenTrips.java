package org.weir.dashboard.movement.recorded;

import java.util.List;
import java.util.Locale;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.schemas.position.VehiclePosition;

/** Ten trips of a recording as a picture: shape, stops, raw positions and where they were put on the way. */
final class TenTrips {
    private static final int TRIPS = 10;
    private static final int WIDE = 620;
    private static final int HIGH = 420;
    private static final int EDGE = 24;

    private TenTrips() {}

    static String draw(Recording recording) {
        List<TripRun> all =
                recording.told().stream().filter(run -> run.visits().size() > 8).toList();
        StringBuilder svg = new StringBuilder();
        int rows = (TRIPS + 1) / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                2 * WIDE,
                rows * HIGH));
        for (int i = 0; i < Math.min(TRIPS, all.size()); i++) {
            TripRun run = all.get(i * all.size() / TRIPS);
            svg.append(String.format(Locale.ROOT, "<g transform=\"translate(%d,%d)\">%n", i % 2 * WIDE, i / 2 * HIGH));
            new Panel(recording, run, svg).draw();
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    /** One trip. */
    private static final class Panel {
        private final Recording recording;
        private final TripRun run;
        private final StringBuilder svg;
        private final StopPattern pattern;
        private final Polyline line;
        private double west = 180;
        private double south = 90;
        private double scale;
        private double narrow;

        Panel(Recording recording, TripRun run, StringBuilder svg) {
            this.recording = recording;
            this.run = run;
            this.svg = svg;
            this.pattern = recording.book().version(run.schedule()).pattern(run.pattern());
            this.line = pattern.shape().line();
        }

        void draw() {
            fit();
            svg.append("<polyline fill=\"none\" stroke=\"#9ab\" stroke-width=\"4\" points=\"");
            for (double[] point : line.points()) {
                svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
            }
            svg.append("\"/>\n");
            for (int k = 0; k < pattern.stops().size(); k++) {
                int index = k;
                boolean seen = run.visits().stream().anyMatch(v -> v.index() == index);
                dot(line.point(pattern.at()[k]), 4, seen ? "#1b7a55" : "#fff", "#1b7a55");
            }
            Knots knots = run.knots();
            for (int i = 0; i < knots.size(); i++) {
                dot(line.point(knots.metres()[i]), 2, "#c25700", "none");
            }
            for (VehiclePosition p : recording.positions()) {
                if (p.vehicleId().equals(run.key().vehicle()) && during(p.timestamp())) {
                    dot(new double[] {p.longitude(), p.latitude()}, 3, "none", "#1f5fa8");
                }
            }
            label();
        }

        private boolean during(long time) {
            double[] times = run.knots().times();
            return times.length > 0 && time >= times[0] && time <= times[times.length - 1];
        }

        private void label() {
            List<StopVisit> visits = run.visits();
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"8\" y=\"16\">route %s/%d trip %s vehicle %s: %d of %d stops, %.0f min; %s</text>%n",
                    run.route(),
                    run.direction(),
                    run.key().trip(),
                    run.key().vehicle(),
                    visits.size(),
                    pattern.stops().size(),
                    (visits.get(visits.size() - 1).arrival() - visits.get(0).departure()) / 60,
                    run.assignment().how()));
        }

        private void fit() {
            double east = -180;
            double north = -90;
            for (double[] point : line.points()) {
                west = Math.min(west, point[0]);
                east = Math.max(east, point[0]);
                south = Math.min(south, point[1]);
                north = Math.max(north, point[1]);
            }
            narrow = Math.cos(Math.toRadians((south + north) / 2));
            scale = Math.min(
                    (WIDE - 2 * EDGE) / Math.max(1e-6, (east - west) * narrow),
                    (HIGH - 2 * EDGE) / Math.max(1e-6, north - south));
        }

        private double x(double lon) {
            return EDGE + (lon - west) * narrow * scale;
        }

        private double y(double lat) {
            return HIGH - EDGE - (lat - south) * scale;
        }

        private void dot(double[] lonLat, int radius, String fill, String stroke) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\" stroke=\"%s\"/>%n",
                    x(lonLat[0]),
                    y(lonLat[1]),
                    radius,
                    fill,
                    stroke));
        }
    }
}
