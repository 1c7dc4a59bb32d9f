package org.weir.city.serve;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.weir.city.feed.Positions;
import org.weir.city.feed.Sampler;
import org.weir.city.network.City;

/**
 * Lets the city's time pass as the clock's does, or faster, and keeps the newest message. A message is made each {@code period}
 * seconds of the city's time, so at 20 times the speed twenty times as often.
 */
public final class Playback {
    /** A published message. */
    public record Published(long at, int vehicles, Answer answer) {}

    private final City city;
    private final Sampler sampler;
    private final Clock clock;
    private final Instant began;
    private final long from;
    private final double speed;
    private final int period;
    private volatile Published newest;

    /** @param from the city's time at this moment, seconds of the epoch; the sampler must not be later */
    public Playback(City city, Sampler sampler, Clock clock, long from, double speed, int period) {
        this.city = city;
        this.sampler = sampler;
        this.clock = clock;
        this.began = clock.instant();
        this.from = from;
        this.speed = speed;
        this.period = period;
        publish(from);
    }

    /** The city's time now, seconds of the epoch. */
    public double now() {
        Instant wall = clock.instant();
        double passed = wall.getEpochSecond() - began.getEpochSecond() + (wall.getNano() - began.getNano()) / 1e9;
        return from + passed * speed;
    }

    /** Brings the city up to now; called again and again by one thread. */
    public void catchUp() {
        long due = (long) Math.floor(now() / period) * period;
        if (due > newest.at()) {
            publish(due);
        }
    }

    private void publish(long at) {
        sampler.advance(at);
        var reports = List.copyOf(sampler.newest());
        byte[] bytes = Positions.message(city, at, reports).toByteArray();
        newest = new Published(at, reports.size(), Answer.of("application/x-protobuf", bytes));
    }

    public Published newest() {
        return newest;
    }

    public double speed() {
        return speed;
    }

    public City city() {
        return city;
    }
}
