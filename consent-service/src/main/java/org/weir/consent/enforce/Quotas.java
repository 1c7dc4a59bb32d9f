package org.weir.consent.enforce;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weir.consent.policy.Delivery.Limit;

/**
 * How many records have been shared of one raw partition under each agreement that has a cap. It is written into the
 * metadata of the offset that a transaction commits, so that it is as exact as the offset: a crash, a restart or another
 * worker that takes the partition over finds what was shared, no more and no less. For one thread.
 */
final class Quotas {
    /** What a broker keeps beside an offset, by default. */
    private static final int LONGEST = 4096;

    private static final long SECONDS_A_DAY = 86_400;
    private final TreeMap<String, Used> used = new TreeMap<>();
    private final String unreadable;

    /** How many, and on which day since 1970 (UTC); day 0 for a cap over all days. */
    private record Used(long day, long records) {
        String written() {
            return day + ":" + records;
        }
    }

    Quotas() {
        this(null);
    }

    private Quotas(String unreadable) {
        this.unreadable = unreadable;
    }

    /** Reads what was committed. Where it holds something else, no cap can be kept, and nothing under one may flow. */
    static Quotas of(String metadata) {
        if (metadata == null || metadata.isEmpty()) {
            return new Quotas();
        }
        Quotas quotas = new Quotas();
        try {
            for (String each : metadata.split(";")) {
                String[] parts = each.split("[=:]", -1);
                quotas.used.put(parts[0], new Used(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            }
            return quotas;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return new Quotas(metadata);
        }
    }

    /** What is to be committed. */
    String metadata() {
        if (unreadable != null) {
            return unreadable;
        }
        StringBuilder text = new StringBuilder();
        used.forEach((agreement, u) -> text.append(text.isEmpty() ? "" : ";")
                .append(agreement)
                .append('=')
                .append(u.written()));
        return text.toString();
    }

    /**
     * Counts one record where the cap allows it. The cap is divided among the partitions of the feed, so that no two
     * workers need to ask each other.
     *
     * @return whether it may flow
     */
    boolean take(String agreement, Limit limit, int partition, int partitions, Instant now) {
        long day = limit.daily() ? Math.floorDiv(now.getEpochSecond(), SECONDS_A_DAY) : 0;
        Used before = used.get(agreement);
        long taken = before == null || before.day != day ? 0 : before.records;
        boolean all = taken >= share(limit.records(), partition, partitions);
        if (all || unreadable != null || before == null && !fits(agreement)) {
            return false;
        }
        used.put(agreement, new Used(day, taken + 1));
        return true;
    }

    /** Forgets the counts of agreements that are no more. */
    void keepOnly(Set<String> agreements) {
        used.keySet().retainAll(agreements);
    }

    /** The first partitions get what does not divide. */
    static long share(long records, int partition, int partitions) {
        return records / partitions + (partition < records % partitions ? 1 : 0);
    }

    /** A count takes 27 more characters at most. */
    private boolean fits(String agreement) {
        int length = agreement.length() + 27;
        for (Map.Entry<String, Used> each : used.entrySet()) {
            length += each.getKey().length() + 27;
        }
        return length <= LONGEST;
    }
}
