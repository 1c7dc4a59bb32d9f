package org.weir.dashboard.rank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDays;
import org.weir.city.network.City;
import org.weir.city.network.Planted;
import org.weir.city.plant.Planting;
import org.weir.city.street.Crossing;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.truth.CityFeed;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.Signal;
import org.weir.dashboard.street.StreetNet;
import org.weir.schemas.position.VehiclePosition;

/** The synthetic city's weekdays as its agency hears of them, through movement, as evidence. */
public final class CityEvidence {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int FOUR_WEEKS = 28;

    public final City city;
    final ScheduleBook schedules;
    public final Schedule schedule;
    final Ground ground;
    public final Layout layout;

    public CityEvidence(long seed) {
        city = Planting.city(seed);
        schedules = CityFeed.schedules(city, FIRST);
        schedule = schedules.newest();
        ground = new Ground(StreetNet.of(List.of(schedule)), List.of(), List.of(), signals());
        layout = Layout.of(List.of(schedule), ground);
    }

    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (Crossing crossing : city.streets().crossings()) {
            if (crossing.signal() != null) {
                double lat = city.plane().latitude(crossing.point());
                double lon = city.plane().longitude(crossing.point());
                signals.add(new Signal("signal-" + crossing.id(), null, lat, lon, Double.NaN));
            }
        }
        return signals;
    }

    /** So many weekdays on which no street is dug up, and the one of four weeks on which one is. */
    public List<LocalDate> weekdays(int ordinary) {
        List<LocalDate> dates = new ArrayList<>();
        int left = ordinary;
        for (int i = 0; i < FOUR_WEEKS; i++) {
            LocalDate date = FIRST.plusDays(i);
            boolean bad = city.planted().stream().anyMatch(p -> p.kind() == Planted.Kind.BAD_DAY && p.on(date));
            boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (bad || weekday && left-- > 0) {
                dates.add(date);
            }
        }
        return dates;
    }

    /** The schedule as the agency gives it. */
    public byte[] gtfs() {
        return CityFeed.gtfs(city, FIRST);
    }

    /** The city's signals as a reference layer. */
    public String signalLayer() {
        return signals().stream()
                .map(signal ->
                        "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"id\":\"%s\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
                                .formatted(signal.id(), signal.id(), signal.lon(), signal.lat()))
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    /** A route that runs in direction 0. */
    public String route() {
        return schedule.content().patterns().stream()
                .filter(pattern -> pattern.direction() == 0)
                .findFirst()
                .orElseThrow()
                .route();
    }

    /** The runs of one date, as they were told last; and nothing is kept of the positions. */
    public Collection<TripRun> runs(LocalDate date, Sampling sampling) {
        Map<String, Track> tracks = new HashMap<>();
        Map<TripRun.Key, TripRun> runs = new HashMap<>();
        TruthDays.play(city, date, 1, sampling, city.seed(), stop -> {}, message -> {
            VehiclePosition position = CityFeed.position(message.position(), true);
            Track track = tracks.computeIfAbsent(position.vehicleId(), Track::new);
            track.add(schedules, position);
            track.drain().forEach(run -> runs.put(run.key(), run));
        });
        return runs.values();
    }

    public DayEvidence on(LocalDate date, Collection<TripRun> runs) {
        Gathering gathering = new Gathering(date, ground).plan(ServicePlan.of(schedule, date));
        runs.forEach(run -> gathering.add(schedule, run));
        return gathering.done();
    }

    DayEvidence on(LocalDate date, Sampling sampling) {
        return on(date, runs(date, sampling));
    }
}
