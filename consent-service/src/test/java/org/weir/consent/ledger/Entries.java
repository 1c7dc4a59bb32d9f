package org.weir.consent.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.consent.topic.Json;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.LedgerEntry.OffsetRange;
import org.weir.schemas.ledger.ReasonCode;

/** Ledger entries as an enforcer would write them. */
public final class Entries {
    public static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    public static final AgreementId AGREEMENT = new AgreementId("riverton-speeds");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Instant START = Instant.parse("2026-03-02T04:30:00Z");

    private Entries() {}

    /** The n-th entry: ten records of one of four partitions, seven shared, two withheld, one quarantined. */
    public static LedgerEntry entry(int n) {
        long from = n / 4 * 10L;
        return new LedgerEntry(
                "enforcer-1-0",
                3,
                FEED,
                AGREEMENT,
                1,
                10,
                7,
                Map.of(ReasonCode.OUT_OF_SCOPE, 2L),
                1,
                List.of(new OffsetRange(n % 4, from, from + 10)),
                START.plusSeconds(n),
                "5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592",
                List.of(new OffsetRange(n % 4, n / 4 * 7L, n / 4 * 7L + 7)),
                "aa41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c5aa");
    }

    /** Records of the topic: every third offset is a transaction's marker. */
    public static LogBatch batch(int from, int to) {
        List<LogBatch.Leaf> leaves = new ArrayList<>();
        for (int n = from; n < to; n++) {
            leaves.add(new LogBatch.Leaf(offset(n), Json.bytes(entry(n)), entry(n)));
        }
        return new LogBatch(offset(from), offset(to), leaves);
    }

    public static LogBatch.Leaf unreadable(long offset) {
        return new LogBatch.Leaf(offset, "{not json".getBytes(StandardCharsets.UTF_8), null);
    }

    public static long offset(int n) {
        return n + n / 2;
    }
}
