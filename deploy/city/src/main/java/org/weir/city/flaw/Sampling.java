package org.weir.city.flaw;

/**
 * How an agency hears of its buses, and how badly. The city itself is the same whatever stands here.
 *
 * @param interval seconds from one fix of a bus to its next, 5–120
 * @param detours share of trips that leave their route for 600–1200 m and pass 120–200 m beside it, 0–1
 */
public record Sampling(int interval, Receiver receiver, Radio radio, Labels labels, double detours) {
    /** A fix every 15 seconds, and each of them right and heard at once. */
    public static final Sampling CLEAN = new Sampling(15, Receiver.TRUE, Radio.CLEAR, Labels.RIGHT, 0);
    /** What the truth is scored at: every 30 seconds, 10 m noise, one of twenty lost. */
    public static final Sampling USUAL = CLEAN.every(30).noise(10).lost(0.05);
    /** Something of everything, for tests of what must survive it. */
    public static final Sampling ROUGH = USUAL.twice(0.02)
            .late(0.03, 120)
            .gaps(0.05, 6)
            .jumps(0.002)
            .frozen(0.01)
            .clockWrong(0.01, 3600)
            .labels(new Labels(0.03, 0.03, 0.01, 0.1))
            .detours(0.02);

    public Sampling {
        if (interval < 5 || interval > 120) {
            throw new IllegalArgumentException("a bus tells where it is every 5 to 120 seconds, not " + interval);
        }
        share("detours", detours);
    }

    public Sampling every(int seconds) {
        return new Sampling(seconds, receiver, radio, labels, detours);
    }

    public Sampling noise(double metres) {
        return receiver(
                new Receiver(metres, receiver.jumps(), receiver.frozen(), receiver.clockWrong(), receiver.clockOff()));
    }

    public Sampling jumps(double share) {
        return receiver(
                new Receiver(receiver.noise(), share, receiver.frozen(), receiver.clockWrong(), receiver.clockOff()));
    }

    public Sampling frozen(double share) {
        return receiver(
                new Receiver(receiver.noise(), receiver.jumps(), share, receiver.clockWrong(), receiver.clockOff()));
    }

    public Sampling clockWrong(double share, int seconds) {
        return receiver(new Receiver(receiver.noise(), receiver.jumps(), receiver.frozen(), share, seconds));
    }

    public Sampling lost(double share) {
        return radio(new Radio(share, radio.twice(), radio.late(), radio.lateBy(), radio.gaps(), radio.gapMinutes()));
    }

    public Sampling twice(double share) {
        return radio(new Radio(radio.lost(), share, radio.late(), radio.lateBy(), radio.gaps(), radio.gapMinutes()));
    }

    public Sampling late(double share, int seconds) {
        return radio(new Radio(radio.lost(), radio.twice(), share, seconds, radio.gaps(), radio.gapMinutes()));
    }

    public Sampling gaps(double share, int minutes) {
        return radio(new Radio(radio.lost(), radio.twice(), radio.late(), radio.lateBy(), share, minutes));
    }

    public Sampling labels(Labels other) {
        return new Sampling(interval, receiver, radio, other, detours);
    }

    public Sampling detours(double share) {
        return new Sampling(interval, receiver, radio, labels, share);
    }

    private Sampling receiver(Receiver other) {
        return new Sampling(interval, other, radio, labels, detours);
    }

    private Sampling radio(Radio other) {
        return new Sampling(interval, receiver, other, labels, detours);
    }

    static void share(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + " must be a share from 0 to 1, not " + share);
        }
    }
}
