package org.weir.city.flaw;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.weir.city.chance.Dice;
import org.weir.city.sim.BusReport;

/** The way from the buses to the agency: loses, repeats and holds up messages, and hands them on in order of arrival. */
final class Airwaves {
    private record Held(Message message, long number) {}

    private final Radio radio;
    private final Dice dice;
    private final Spells gaps;
    private final Consumer<Message> to;
    private final PriorityQueue<Held> underway = new PriorityQueue<>(
            Comparator.comparingLong((Held h) -> h.message.arrival()).thenComparingLong(Held::number));
    private long sent;

    Airwaves(Radio radio, Dice dice, Consumer<Message> to) {
        this.radio = radio;
        this.dice = dice;
        gaps = new Spells(dice.of("gaps"), radio.gaps(), radio.gapMinutes() * 60, radio.gapMinutes() * 60);
        this.to = to;
    }

    void send(Position position, BusReport truth) {
        long vehicle = Dice.key(position.vehicle());
        long at = truth.at();
        if (gaps.on(vehicle, at) || dice.uniform(vehicle, at, 1) < radio.lost()) {
            return;
        }
        long arrival = at;
        if (dice.uniform(vehicle, at, 2) < radio.late()) {
            arrival += Math.round(radio.lateBy() * (0.5 + dice.uniform(vehicle, at, 3)));
        }
        underway.add(new Held(new Message(arrival, position, truth), sent++));
        if (dice.uniform(vehicle, at, 4) < radio.twice()) {
            long again = arrival + 1 + (long) (30 * dice.uniform(vehicle, at, 5));
            underway.add(new Held(new Message(again, position, truth), sent++));
        }
    }

    /** Hands on what has arrived by then, seconds of the epoch. */
    void deliver(long until) {
        while (!underway.isEmpty() && underway.peek().message.arrival() <= until) {
            to.accept(underway.poll().message);
        }
    }
}
