package org.weir.consent.enforce;

/**
 * How long records have been waiting, from what is looked up now and then. It remembers one end of the partition and
 * when that was seen; as long as enforcement has not come so far, something has been waiting since then.
 */
final class Lag {
    private long target = -1;
    private long seenAt;

    /**
     * Takes a look.
     *
     * @param committed up to which offset enforcement has come
     * @param end behind the last record
     * @param millis when both were looked up
     * @return how long something has been waiting, milliseconds; right to the time between two looks
     */
    long look(long committed, long end, long millis) {
        if (committed >= target) {
            target = end;
            seenAt = millis;
        }
        return committed >= end ? 0 : millis - seenAt;
    }
}
