package org.weir.consent.agreement.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weir.schemas.ledger.EnforcementStatus;

/**
 * Which enforcers live and how far they are, as they report. Times are nanoseconds of the caller's
 * monotonic clock, at which a report was read here, so that no enforcer's clock needs to be right.
 */
final class LiveEnforcers {
    private final Map<String, Heard> enforcers = new TreeMap<>();

    private record Heard(long epoch, long at) {}

    /** Takes a report in. */
    synchronized void heard(EnforcementStatus status, long at) {
        if (status.stopped()) {
            enforcers.remove(status.enforcer());
        } else {
            enforcers.put(status.enforcer(), new Heard(status.epoch(), at));
        }
        notifyAll();
    }

    /** Waits until nobody is behind the epoch; false where that takes longer. */
    synchronized boolean awaitNoneBehind(long epoch, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!behind(epoch).isEmpty()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Forgets one that was locked out, unless it has reported since. */
    synchronized void lockedOut(String enforcer, long before) {
        Heard heard = enforcers.get(enforcer);
        if (heard != null && heard.at - before < 0) {
            enforcers.remove(enforcer);
            notifyAll();
        }
    }

    /** Who may still commit something that was decided before the epoch. */
    synchronized List<String> behind(long epoch) {
        return enforcers.entrySet().stream()
                .filter(e -> e.getValue().epoch < epoch)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who confirmed the epoch. */
    synchronized List<String> confirmed(long epoch) {
        return enforcers.entrySet().stream()
                .filter(e -> e.getValue().epoch >= epoch)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who is behind the epoch and has not been heard for longer than the lease. */
    synchronized List<String> silent(long epoch, long now, Duration lease) {
        return enforcers.entrySet().stream()
                .filter(e -> e.getValue().epoch < epoch && now - e.getValue().at > lease.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }
}
