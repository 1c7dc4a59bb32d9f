package org.weir.city.flaw;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.weir.city.chance.Dice;
import org.weir.city.network.City;
import org.weir.city.sim.StopEvents;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.TimetableBuilder;

/**
 * Service dates one after the other as an agency hears of them: yesterday's last buses among today's first. Nothing is kept that
 * is past, so that weeks can be streamed.
 */
public final class TruthDays {
    private final City city;
    private final Sampling sampling;
    private final Dice dice;
    private final Receivers receivers;
    private final Beat beat;

    /** @param seed of the flaws; the city has its own */
    private TruthDays(City city, Sampling sampling, long seed) {
        this.city = city;
        this.sampling = sampling;
        dice = new Dice(seed).of("flaws");
        receivers = new Receivers(sampling.receiver(), dice.of("receivers"));
        beat = new Beat(sampling.interval());
    }

    /**
     * @param days how many service dates, from {@code first} on
     * @param seed of the flaws: another one gives other losses and errors of the same city on the same dates
     * @param events hears the truth, in order of departure within a vehicle
     * @param messages hears what arrives, in order of arrival
     */
    public static void play(
            City city,
            LocalDate first,
            int days,
            Sampling sampling,
            long seed,
            StopEvents events,
            Consumer<Message> messages) {
        TruthDays play = new TruthDays(city, sampling, seed);
        play.run(play.watches(first, days, events), messages);
    }

    static TruthDay day(City city, LocalDate date, Sampling sampling, long seed) {
        TruthDay day = new TruthDay(city, date, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        TruthDays play = new TruthDays(city, sampling, seed);
        Deque<Watch> watches = play.watches(date, 1, day.stops()::add);
        day.detours().addAll(watches.getFirst().detours().all().values());
        play.run(watches, day.messages()::add);
        return day;
    }

    private Deque<Watch> watches(LocalDate first, int days, StopEvents events) {
        var timetables = TimetableBuilder.all(city);
        Deque<Watch> watches = new ArrayDeque<>();
        for (int i = 0; i < days; i++) {
            LocalDate date = first.plusDays(i);
            Timetable timetable = timetables.get(ServiceCalendar.on(date));
            watches.add(new Watch(city, timetable, date, sampling, dice, events));
        }
        return watches;
    }

    private void run(Deque<Watch> to, Consumer<Message> messages) {
        Airwaves airwaves = new Airwaves(sampling.radio(), dice.of("radio"), messages);
        List<Watch> now = new ArrayList<>();
        long second = 0;
        while (!now.isEmpty() || !to.isEmpty()) {
            second = now.isEmpty() ? Math.max(second + 1, to.getFirst().begins()) : second + 1;
            while (!to.isEmpty() && to.getFirst().begins() <= second) {
                now.add(to.removeFirst());
            }
            long at = second;
            for (Watch watch : now) {
                watch.hear(at, beat, report -> airwaves.send(watch.position(city, report, receivers), report));
            }
            now.removeIf(Watch::over);
            airwaves.deliver(second);
        }
        airwaves.deliver(Long.MAX_VALUE);
    }
}
