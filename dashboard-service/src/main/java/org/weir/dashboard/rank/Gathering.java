package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.Stretch;

/** Gathers the evidence of one service date from its runs, in whatever order they come. Not for two threads. */
public final class Gathering {
    /** So near to the timetable a bus that came early has waited for it, in seconds. */
    private static final double ON_THE_DOT = 20;

    /** Who starts later meets more riders and falls behind for that, whatever the timetable; in seconds. */
    private static final double STARTS_LATE = 180;

    /** Less is no halt: a stop passed slowly, in seconds. */
    private static final double HALT = 6;

    private final LocalDate date;
    private final Ground ground;
    private final Map<String, StreetTimes> streets = new HashMap<>();
    private final Map<StopKey, StopTimes> stops = new HashMap<>();
    private final Map<LinkKey, LinkTimes> links = new HashMap<>();
    private final Map<LineKey, LineTrips> lines = new HashMap<>();

    public Gathering(LocalDate date, Ground ground) {
        this.date = date;
        this.ground = ground;
    }

    /** @param plan what should have run on that date */
    public Gathering plan(ServicePlan plan) {
        String feed = plan.schedule().feed().value();
        for (ServicePlan.Line each : plan.lines()) {
            line(new LineKey(feed, each.route(), each.direction())).scheduled +=
                    plan.trips(each.route(), each.direction()).size();
        }
        return this;
    }

    private LineTrips line(LineKey key) {
        return lines.computeIfAbsent(key, k -> new LineTrips());
    }

    /** @param schedule the version that the run was matched with */
    public Gathering add(Schedule schedule, TripRun run) {
        StopPattern pattern = schedule.pattern(run.pattern());
        if (pattern == null || run.visits().isEmpty()) {
            return this;
        }
        double begin = ServiceDate.begin(date, schedule.timezone());
        Trip trip = schedule.trip(run.key().trip());
        Trip timed = trip != null && trip.timed() && trip.pattern() == pattern ? trip : null;
        LineKey line = new LineKey(schedule.feed().value(), pattern.route(), pattern.direction());
        if (trip != null && run.visits().size() * 2 >= pattern.stops().size()) {
            line(line).observed++;
        }
        streets(pattern, timed, run, begin);
        stops(line.feed(), pattern, timed, run.visits(), begin);
        links(line, timed, run.visits(), begin);
        return this;
    }

    public DayEvidence done() {
        return new DayEvidence(date, Map.copyOf(streets), Map.copyOf(stops), Map.copyOf(links), Map.copyOf(lines));
    }

    private void streets(StopPattern pattern, Trip trip, TripRun run, double begin) {
        RunWay way = RunWay.of(run, pattern.at());
        for (Stretch stretch : ground.streets(pattern)) {
            double entered = way.at(stretch.from());
            double left = way.at(stretch.to());
            if (left > entered) {
                int cells =
                        StreetTimes.cells(ground.net().street(stretch.place()).metres());
                StreetTimes times = streets.computeIfAbsent(stretch.place(), s -> new StreetTimes(cells));
                int hour = Hours.of(entered - begin);
                double stood = cells(way, stretch, times, hour);
                times.dwell[hour] += (int) Math.round(10 * stood);
                if (Hours.quiet(hour) && left - entered > stood) {
                    times.quietly(stretch.metres() / (left - entered - stood));
                }
                crowding(pattern, stretch, run.visits(), times, hour);
                if (trip != null) {
                    times.timetabled[hour]++;
                    times.against[hour] += (int) Math.round(10 * (left - entered));
                    times.scheduled[hour] += (int) Math.round(due(trip, stretch.to()) - due(trip, stretch.from()));
                }
            }
        }
    }

    /** Adds the running time of each cell; gives what it stood at stops. */
    private static double cells(RunWay way, Stretch stretch, StreetTimes times, int hour) {
        int cells = times.cells();
        double before = way.at(stretch.from());
        double stood = 0;
        for (int i = 0; i < cells; i++) {
            double border = i + 1 == cells ? stretch.to() : stretch.from() + stretch.metres() * (i + 1) / cells;
            double after = way.at(border);
            double here = way.stood(before, after);
            times.running[hour][i] += (int) Math.round(10 * Math.max(0, after - before - here));
            stood += here;
            before = after;
        }
        times.passes[hour]++;
        return stood;
    }

    /** How full it was when it came. */
    private static void crowding(
            StopPattern pattern, Stretch stretch, List<StopVisit> visits, StreetTimes times, int hour) {
        int full = StopVisit.UNKNOWN;
        for (StopVisit visit : visits) {
            if (full != StopVisit.UNKNOWN && pattern.at()[visit.index()] > stretch.from()) {
                break;
            }
            full = visit.crowding();
        }
        if (full != StopVisit.UNKNOWN) {
            times.crowding[hour] += full;
            times.counted[hour]++;
        }
    }

    /** When the timetable has a trip at a place, seconds of the service day: evenly between its stops. */
    private static double due(Trip trip, double metres) {
        double[] at = trip.pattern().at();
        int after = 0;
        while (after < at.length && at[after] < metres) {
            after++;
        }
        if (after == 0 || after == at.length) {
            return trip.departs(after == 0 ? 0 : at.length - 1);
        }
        double share = (metres - at[after - 1]) / (at[after] - at[after - 1]);
        return trip.departs(after - 1) + share * (trip.departs(after) - trip.departs(after - 1));
    }

    private void stops(String feed, StopPattern pattern, Trip trip, List<StopVisit> visits, double begin) {
        int last = pattern.stops().size() - 1;
        for (StopVisit visit : visits) {
            if (visit.index() == 0 || visit.index() == last) {
                continue;
            }
            StopTimes times = stops.computeIfAbsent(new StopKey(feed, visit.stop()), s -> new StopTimes());
            int hour = Hours.of(visit.arrival() - begin);
            if (held(trip, visit, begin)) {
                times.held[hour]++;
            } else {
                times.visits[hour]++;
                if (visit.dwell() >= HALT) {
                    times.halts[hour]++;
                    times.dwell[hour] += (int) Math.round(10 * visit.dwell());
                }
            }
        }
    }

    private static boolean held(Trip trip, StopVisit visit, double begin) {
        if (trip == null) {
            return false;
        }
        double due = begin + trip.departs(visit.index());
        return visit.arrival() < due && Math.abs(visit.departure() - due) <= ON_THE_DOT;
    }

    private static boolean startsLate(Trip trip, StopVisit first, double begin) {
        return first.departure() - begin - trip.departs(first.index()) > STARTS_LATE;
    }

    private void links(LineKey line, Trip trip, List<StopVisit> visits, double begin) {
        if (trip == null || startsLate(trip, visits.get(0), begin)) {
            return;
        }
        for (int i = 1; i < visits.size(); i++) {
            StopVisit from = visits.get(i - 1);
            StopVisit to = visits.get(i);
            if (to.index() == from.index() + 1) {
                double end = held(trip, to, begin) ? to.arrival() : to.departure();
                links.computeIfAbsent(new LinkKey(line, from.stop(), to.stop()), k -> new LinkTimes())
                        .add(
                                Hours.of(from.departure() - begin),
                                end - from.departure(),
                                trip.departs(to.index()) - trip.departs(from.index()));
            }
        }
    }
}
