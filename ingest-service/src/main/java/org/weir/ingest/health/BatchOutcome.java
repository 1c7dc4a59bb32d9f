package org.weir.ingest.health;

import java.util.List;
import java.util.Map;
import org.weir.schemas.problem.ErrorCode;

/**
 * What became of one message's positions: {@code accepted + duplicate + rejected} is how many there were.
 *
 * @param accepted published now, and acknowledged
 * @param duplicate published before
 * @param rejected refused, by code, for the first time: these went to quarantine
 * @param rejectedAgain refused, by code, as before: these are in quarantine already
 * @param ignored entities that are no positions; not part of the sum
 * @param rejections the first refusals, for the publisher
 */
public record BatchOutcome(
        int accepted,
        int duplicate,
        Map<ErrorCode, Integer> rejected,
        Map<ErrorCode, Integer> rejectedAgain,
        int ignored,
        List<Rejection> rejections) {

    /** How many were refused, for the first time or again. */
    public int refused() {
        return sum(rejected) + sum(rejectedAgain);
    }

    /** How many positions the message held. */
    public int positions() {
        return accepted + duplicate + refused();
    }

    private static int sum(Map<ErrorCode, Integer> counts) {
        int sum = 0;
        for (int n : counts.values()) {
            sum += n;
        }
        return sum;
    }
}
