package org.weir.city.flaw;

/**
 * How well a bus knows where and when it is. Shares are 0–1.
 *
 * @param noise metres: the standard deviation of its error, east and north each. Nine tenths of the variance wander (a
 *     Gauss–Markov process that forgets in a minute, as satellites' errors do), the rest is new with each fix; its speed's error
 *     is 3% of this a second
 * @param jumps share of fixes that lie 300–3000 m away from where the bus is
 * @param frozen share of a vehicle's half hours that hold a spell of 3–10 minutes in which the position stands still
 * @param clockWrong share of vehicles whose clock is off, all day
 * @param clockOff seconds by which such a clock is ahead (behind where negative)
 */
public record Receiver(double noise, double jumps, double frozen, double clockWrong, int clockOff) {
    public static final Receiver TRUE = new Receiver(0, 0, 0, 0, 0);

    public Receiver {
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("noise must be 0 metres or more");
        }
        Sampling.share("jumps", jumps);
        Sampling.share("frozen", frozen);
        Sampling.share("wrong clocks", clockWrong);
    }
}
