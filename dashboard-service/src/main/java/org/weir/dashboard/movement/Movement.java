package org.weir.dashboard.movement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;
import org.weir.schemas.position.VehiclePosition;

/**
 * From one position of a vehicle to the next. Between two that follow each other on one trip within five minutes, the
 * vehicle is taken to have moved evenly; the moments at which it passed the stops between are interpolated, and each
 * segment that it so entered and left is a traversal. Where vehicles report rarely (each 120 s, say) several short
 * segments lie between two positions and share one interpolated speed: right on average, and smoother than the truth.
 * Dwelling is part of a segment's time.
 *
 * <p>Positions that come late are passed over: this version of movement does not revise.
 */
public final class Movement {
    /** After a longer silence nobody knows how the way was made, in seconds. */
    static final long LONGEST_GAP = 300;

    /** A vehicle that ends its trip this near to the last stop has reached it, in metres. */
    static final double AT_END = 30;

    private Movement() {}

    /**
     * Takes a vehicle's next position.
     *
     * @param schedule the feed's schedule, or null where there is none yet
     * @param last what was known of the vehicle, or null
     */
    public static Step step(Schedule schedule, Progress last, VehiclePosition p) {
        if (!p.hasPlace() || p.timestamp() <= 0) {
            return new Step(last, List.of(), Unmatched.INCOMPLETE);
        }
        if (last != null && p.timestamp() <= last.time()) {
            return new Step(last, List.of(), Unmatched.NOT_NEWER);
        }
        if (schedule == null) {
            return new Step(Progress.unknown(p.timestamp()), List.of(), Unmatched.NO_SCHEDULE);
        }
        Match match = Matcher.match(schedule, last, p);
        if (match instanceof Match.Found found) {
            return advance(schedule, last, p, found);
        }
        return new Step(Progress.unknown(p.timestamp()), List.of(), ((Match.Lost) match).reason());
    }

    private static Step advance(Schedule schedule, Progress last, VehiclePosition p, Match.Found found) {
        List<Traversal> done = new ArrayList<>();
        double entered = Double.NaN;
        if (found.continued() && p.timestamp() - last.time() <= LONGEST_GAP) {
            entered = pass(schedule, last, p, found, done);
        }
        Progress now = new Progress(
                schedule.version(), found.pattern().ordinal(), found.trip(), found.metres(), p.timestamp(), entered);
        return new Step(now, List.copyOf(done), null);
    }

    /** Adds the segments finished on the way from one place to the next; returns when the last stop was passed. */
    private static double pass(
            Schedule schedule, Progress last, VehiclePosition p, Match.Found found, List<Traversal> done) {
        StopPattern pattern = found.pattern();
        double[] at = pattern.at();
        double from = last.metres();
        double to = found.metres();
        double entered = last.entered();
        int end = at.length - 1;
        for (int k = 0; k <= end && to > from; k++) {
            // A vehicle that stands at a stop passes it when it leaves; the last stop, when it comes.
            double stop = k == end ? at[k] - AT_END : at[k];
            if (stop < from || stop >= to) {
                continue;
            }
            double when = last.time() + (stop - from) / (to - from) * (p.timestamp() - last.time());
            double metres = k == 0 ? 0 : stop - at[k - 1];
            double seconds = when - entered;
            if (metres > 0 && seconds > 0 && metres / seconds <= Matcher.FASTEST) {
                done.add(traversal(schedule, p, found, k, metres, seconds, when));
            }
            entered = when;
        }
        return entered;
    }

    private static Traversal traversal(
            Schedule schedule,
            VehiclePosition p,
            Match.Found found,
            int k,
            double metres,
            double seconds,
            double when) {
        StopPattern pattern = found.pattern();
        ZoneId zone = schedule.timezone();
        return new Traversal(
                pattern.route(),
                pattern.direction(),
                pattern.segment(k),
                metres,
                seconds,
                when,
                date(schedule.trip(found.trip()), k, p.startDate(), when, zone),
                ServiceDate.hour(when, zone),
                found.trip());
    }

    private static LocalDate date(Trip trip, int stop, String startDate, double when, ZoneId zone) {
        LocalDate reckoned =
                trip == null ? ServiceDate.of(when, zone) : ServiceDate.closest(trip.departs(stop), when, zone);
        LocalDate said = said(startDate);
        // What a feed says is believed as far as it can be true.
        boolean likely = said != null && Math.abs(ChronoUnit.DAYS.between(said, reckoned)) <= 1;
        return likely ? said : reckoned;
    }

    /** The date that the feed says, or null; it may be anything. */
    private static LocalDate said(String date) {
        if (date == null || date.length() != 8) {
            return null;
        }
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
