package org.weir.ingest.publish;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which positions are on the raw topic: vehicle and timestamp. Holds eight bytes a position in sorted runs. When it holds more
 * than its limit, each vehicle forgets the older half of its run; what is older than a forgotten timestamp counts as
 * published, for a position lost is better than one published twice. Not safe for use by many threads.
 */
final class PublishedBefore {
    private final Map<String, Run> runs = new HashMap<>();
    private final int limit;
    private int size;

    PublishedBefore(int limit) {
        this.limit = limit;
    }

    boolean contains(String vehicle, long timestamp) {
        Run run = runs.get(vehicle);
        return run != null && run.contains(timestamp);
    }

    /** Remembers a position; again changes nothing. */
    void add(String vehicle, long timestamp) {
        if (runs.computeIfAbsent(vehicle, v -> new Run()).add(timestamp) && ++size > limit) {
            forget();
        }
    }

    int size() {
        return size;
    }

    /** Drops what is older than this: for a live feed, what the checks would refuse for its age. */
    void forgetBefore(long timestamp) {
        size = 0;
        runs.values().forEach(run -> run.forgetBefore(timestamp));
        runs.values().removeIf(run -> run.length == 0 && run.forgottenUpTo < timestamp);
        runs.values().forEach(run -> size += run.length);
    }

    private void forget() {
        size = 0;
        for (Run run : runs.values()) {
            run.forgetOlderHalf();
            size += run.length;
        }
    }

    /** One vehicle's timestamps, rising. */
    private static final class Run {
        private static final int FIRST_LENGTH = 16;

        private long[] times = new long[FIRST_LENGTH];
        private int length;
        private long forgottenUpTo = Long.MIN_VALUE;

        boolean contains(long time) {
            return time <= forgottenUpTo || Arrays.binarySearch(times, 0, length, time) >= 0;
        }

        boolean add(long time) {
            // Nearly always the newest yet.
            int at =
                    length == 0 || time > times[length - 1] ? -length - 1 : Arrays.binarySearch(times, 0, length, time);
            if (at >= 0 || time <= forgottenUpTo) {
                return false;
            }
            if (length == times.length) {
                times = Arrays.copyOf(times, length * 2);
            }
            int index = -at - 1;
            System.arraycopy(times, index, times, index + 1, length - index);
            times[index] = time;
            length++;
            return true;
        }

        void forgetOlderHalf() {
            drop((length + 1) / 2, true);
        }

        void forgetBefore(long time) {
            int at = Arrays.binarySearch(times, 0, length, time);
            drop(at < 0 ? -at - 1 : at, false);
        }

        private void drop(int n, boolean floor) {
            if (n == 0) {
                return;
            }
            if (floor) {
                forgottenUpTo = times[n - 1];
            }
            length -= n;
            times = Arrays.copyOfRange(times, n, n + Math.max(FIRST_LENGTH, length));
        }
    }
}
