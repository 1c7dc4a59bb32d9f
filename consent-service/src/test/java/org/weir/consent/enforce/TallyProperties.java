package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.ledger.Balance;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Delivery;
import org.weir.consent.policy.Plans;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

/** Whatever comes, under whatever agreements: every record is accounted for once. */
class TallyProperties {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Property(tries = 200)
    void entriesAlwaysBalance(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 5) Integer> batches,
            @ForAll @Size(max = 4) List<@IntRange(max = 4) Integer> agreements) {
        Counting outlet = new Counting();
        List<CompiledPlan> plans = new ArrayList<>();
        for (int kind : agreements) {
            plans.add(plan(kind, plans.size()));
        }
        BatchEnforcement enforcement = new BatchEnforcement(Plans.of(1, plans), outlet);
        long offset = 0;
        long accepted = 0;
        for (int poison : batches) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                records.add(record(offset++, n < poison ? "{" : Positions.text(Positions.of("bus-" + n, n))));
            }
            accepted += records.size();
            enforcement.take(FEED, records, NOW);
        }

        long shared = 0;
        long quarantined = 0;
        var tallies = enforcement.takeTallies();
        for (Tally tally : tallies) {
            LedgerEntry entry = tally.entry("test", 1, NOW);
            assertThat(entry.accepted()).isEqualTo(accepted);
            assertThat(Balance.of(entry).plus(Balance.of(entry)).balanced()).isTrue();
            assertThat(entry.offsets()).containsExactly(new LedgerEntry.OffsetRange(2, 0, accepted));
            shared += entry.shared();
            quarantined += entry.quarantined();
        }
        assertThat(tallies).hasSize(Math.max(1, plans.size()));
        assertThat(outlet.shared).isEqualTo(shared);
        assertThat(outlet.quarantined).isEqualTo(quarantined);
        assertThat(enforcement.takeTallies()).isEmpty();
    }

    private static CompiledPlan plan(int kind, int n) {
        Shape shape = Shape.of(List.of("vehicle.id"), Map.of(), "vehicle.id");
        AgreementRecord record = new AgreementRecord(
                1,
                kind == 1 ? AgreementState.REVOKED : kind == 2 ? AgreementState.EXPIRED : AgreementState.ACTIVE,
                Documents.of(
                        "a-" + n, FEED, List.of("vehicle.id"), List.of(), kind == 3 ? NOW.plusSeconds(1) : null, null),
                NOW,
                "test");
        return kind == 4
                ? CompiledPlan.flawed(record, FEED, ReasonCode.UNKNOWN_TERM, null)
                : new CompiledPlan(FEED, record.document().uid(), 1, record, shape, null, Delivery.AT_ONCE, null);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                "raw." + FEED,
                2,
                offset,
                1_760_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static final class Counting implements Outlet {
        private long shared;
        private long quarantined;

        @Override
        public int partitions(CompiledPlan plan) {
            return 8;
        }

        @Override
        public void share(ProducerRecord<byte[], byte[]> record) {
            shared++;
        }

        @Override
        public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
            quarantined++;
        }
    }
}
