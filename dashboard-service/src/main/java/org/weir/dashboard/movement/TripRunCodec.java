package org.weir.dashboard.movement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as bytes: a format byte, then numbers and texts one after another, each time as the difference from the one
 * before. Times are kept to the millisecond and places to the tenth of a metre, far below a receiver's error; a run that
 * was read is written to the same bytes again.
 */
public final class TripRunCodec {
    private static final int FORMAT = 1;
    private static final double MILLIS = 1_000;
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;
    private static final StopVisit.Quality[] QUALITIES = StopVisit.Quality.values();
    private static final Assignment.How[] HOWS = Assignment.How.values();

    private TripRunCodec() {}

    public static byte[] write(TripRun run) {
        Packer to = new Packer();
        to.number(FORMAT);
        to.number(run.key().date().toEpochDay());
        to.text(run.key().trip());
        to.text(run.key().vehicle());
        to.text(run.route());
        to.number(run.direction());
        to.text(run.schedule());
        to.number(run.pattern());
        to.number(run.assignment().how().ordinal());
        to.number(Math.round(run.assignment().sure() * HUNDREDTHS));
        to.number(run.revision());
        visits(run.visits(), to);
        knots(run.knots(), to);
        return to.packed();
    }

    private static void visits(List<StopVisit> visits, Packer to) {
        to.number(visits.size());
        int index = 0;
        long time = 0;
        int scheduled = 0;
        for (StopVisit each : visits) {
            to.number(each.index() - index);
            index = each.index();
            to.text(each.stop());
            long arrival = Math.round(each.arrival() * MILLIS);
            long departure = Math.round(each.departure() * MILLIS);
            to.number(arrival - time);
            to.number(departure - arrival);
            time = departure;
            boolean planned = each.scheduled() != StopVisit.UNSCHEDULED;
            to.number(planned ? 1 : 0);
            if (planned) {
                to.number(each.scheduled() - scheduled);
                scheduled = each.scheduled();
            }
            to.number(Math.round(each.gap() * TENTHS));
            to.number(each.quality().ordinal());
            to.number(each.crowding());
        }
    }

    private static void knots(Knots knots, Packer to) {
        to.number(knots.size());
        long time = 0;
        long place = 0;
        for (int i = 0; i < knots.size(); i++) {
            long nextTime = Math.round(knots.times()[i] * MILLIS);
            long nextPlace = Math.round(knots.metres()[i] * TENTHS);
            to.number(nextTime - time);
            to.number(nextPlace - place);
            time = nextTime;
            place = nextPlace;
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static TripRun read(byte[] bytes) {
        return read(bytes, true);
    }

    /** Likewise, without the way between stops: there are no knots in what it gives. */
    public static TripRun readVisits(byte[] bytes) {
        return read(bytes, false);
    }

    private static TripRun read(byte[] bytes, boolean whole) {
        try {
            return read(new Unpacker(bytes), whole);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("Not a run", e);
        }
    }

    private static TripRun read(Unpacker from, boolean whole) {
        if (from.number() != FORMAT) {
            throw new IllegalArgumentException("Not a run of this form");
        }
        TripRun.Key key = new TripRun.Key(LocalDate.ofEpochDay(from.number()), from.text(), from.text());
        String route = from.text();
        int direction = from.count();
        String schedule = from.text();
        int pattern = from.count();
        Assignment assignment = new Assignment(HOWS[from.count()], (float) (from.number() / HUNDREDTHS));
        int revision = from.count();
        List<StopVisit> visits = visits(from);
        Knots knots = whole ? knots(from) : Knots.NONE;
        return new TripRun(key, route, direction, schedule, pattern, assignment, visits, knots, revision);
    }

    private static List<StopVisit> visits(Unpacker from) {
        int count = from.count();
        List<StopVisit> visits = new ArrayList<>();
        int index = 0;
        long time = 0;
        int scheduled = 0;
        for (int i = 0; i < count; i++) {
            index += from.count();
            String stop = from.text();
            long arrival = time + from.number();
            time = arrival + from.number();
            boolean planned = from.number() == 1;
            if (planned) {
                scheduled += from.count();
            }
            visits.add(new StopVisit(
                    index,
                    stop,
                    arrival / MILLIS,
                    time / MILLIS,
                    planned ? scheduled : StopVisit.UNSCHEDULED,
                    (float) (from.number() / TENTHS),
                    QUALITIES[from.count()],
                    from.count()));
        }
        return List.copyOf(visits);
    }

    private static Knots knots(Unpacker from) {
        int count = from.count();
        float[] metres = new float[count];
        double[] times = new double[count];
        long time = 0;
        long place = 0;
        for (int i = 0; i < count; i++) {
            time += from.number();
            place += from.number();
            times[i] = time / MILLIS;
            metres[i] = (float) (place / TENTHS);
        }
        return new Knots(metres, times);
    }
}
