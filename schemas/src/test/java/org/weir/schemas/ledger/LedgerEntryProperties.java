package org.weir.schemas.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.weir.schemas.id.FeedId;

class LedgerEntryProperties {
    @Property
    void takes_anEntryThatBalances(
            @ForAll @LongRange(max = 1_000_000) long shared,
            @ForAll @LongRange(max = 1_000_000) long withheld,
            @ForAll @LongRange(max = 1_000_000) long quarantined) {
        LedgerEntry entry = entry(shared + withheld + quarantined, shared, withheld, quarantined);
        assertThat(entry.accepted()).isEqualTo(shared + withheld + quarantined);
    }

    @Property
    void refuses_anEntryThatDoesNot(
            @ForAll @LongRange(max = 1_000_000) long accepted,
            @ForAll @LongRange(max = 1_000_000) long shared,
            @ForAll @LongRange(max = 1_000_000) long withheld) {
        Assume.that(accepted != shared + withheld);
        assertThatThrownBy(() -> entry(accepted, shared, withheld, 0)).hasMessageContaining("does not balance");
    }

    private static LedgerEntry entry(long accepted, long shared, long withheld, long quarantined) {
        return new LedgerEntry(
                "enforcer-1",
                1,
                FeedId.of("a.b"),
                null,
                0,
                accepted,
                shared,
                Map.of(ReasonCode.NO_AGREEMENT, withheld),
                quarantined,
                List.of(),
                Instant.EPOCH);
    }
}
