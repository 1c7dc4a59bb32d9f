package org.weir.city.flaw;

/**
 * How well a bus is heard. Shares are 0–1.
 *
 * @param lost share of messages that never arrive
 * @param twice share of messages that arrive a second time, 1–30 s after the first
 * @param late share of messages that arrive late
 * @param lateBy seconds by which those are late on average; each by a half to one and a half of it
 * @param gaps share of a vehicle's half hours that hold a spell without any message
 * @param gapMinutes how long such a spell is, at most 30
 */
public record Radio(double lost, double twice, double late, int lateBy, double gaps, int gapMinutes) {
    public static final Radio CLEAR = new Radio(0, 0, 0, 0, 0, 0);

    public Radio {
        Sampling.share("lost", lost);
        Sampling.share("twice", twice);
        Sampling.share("late", late);
        Sampling.share("gaps", gaps);
        if (lateBy < 0) {
            throw new IllegalArgumentException("a message cannot be late by less than 0 seconds");
        }
        if (gapMinutes < 0 || gapMinutes > 30) {
            throw new IllegalArgumentException("a gap lasts 0 to 30 minutes");
        }
    }
}
