package org.weir.consent.enforce;

import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.consent.policy.SharingDecision;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.consent.transform.JsonShaper;
import org.weir.consent.transform.ShapedRecord;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Takes batches through the plans of one epoch and counts. Where nothing may flow, a batch costs the same however many
 * records it has. For one thread.
 */
final class BatchEnforcement {
    private final Plans plans;
    private final Outlet outlet;
    private final Map<CompiledPlan, Line> lines = new IdentityHashMap<>();
    private final Map<TallyKey, Tally> tallies = new LinkedHashMap<>();

    private record TallyKey(FeedId feed, AgreementId agreement, int version) {}

    /** A plan with what one thread needs to carry it out. */
    private record Line(JsonShaper shaper, SharedEnvelope envelope) {}

    BatchEnforcement(Plans plans, Outlet outlet) {
        this.plans = plans;
        this.outlet = outlet;
    }

    Plans plans() {
        return plans;
    }

    /** Takes the records of one partition of one feed, in their order. */
    void take(FeedId feed, List<ConsumerRecord<byte[], byte[]>> records, Instant now) {
        CompiledPlan[] concerned = plans.of(feed);
        if (concerned.length == 0) {
            tally(feed, null, 0, records).withhold(ReasonCode.NO_AGREEMENT, records.size());
        }
        for (CompiledPlan plan : concerned) {
            Tally tally = tally(feed, plan.agreement(), plan.version(), records);
            SharingDecision decision = SharingPolicy.decide(plan, SharingRequest.delivery(plan, now));
            if (decision instanceof Withhold withhold) {
                tally.withhold(withhold.reason(), records.size());
            } else {
                share(plan, records, tally);
            }
        }
    }

    /** What has been counted since the last call. */
    Collection<Tally> takeTallies() {
        List<Tally> taken = List.copyOf(tallies.values());
        tallies.clear();
        return taken;
    }

    private void share(CompiledPlan plan, List<ConsumerRecord<byte[], byte[]>> records, Tally tally) {
        Line line = lines.computeIfAbsent(
                plan,
                p -> new Line(
                        p.shape().shaper(),
                        new SharedEnvelope(p, plans.epoch(), outlet.partitions(SharedEnvelope.topic(p)))));
        for (ConsumerRecord<byte[], byte[]> raw : records) {
            ProducerRecord<byte[], byte[]> ready;
            try {
                ShapedRecord shaped = line.shaper.shape(raw.value(), raw.timestamp());
                if (shaped instanceof ShapedRecord.Withheld withheld) {
                    tally.withhold(withheld.reason(), 1);
                    continue;
                }
                ready = line.envelope.wrap(raw, (ShapedRecord.Flows) shaped);
            } catch (UnshapeableRecord | RuntimeException e) {
                outlet.quarantine(plan, raw, e);
                tally.quarantine();
                continue;
            }
            outlet.share(ready);
            tally.share();
        }
    }

    private Tally tally(FeedId feed, AgreementId agreement, int version, List<ConsumerRecord<byte[], byte[]>> records) {
        Tally tally = tallies.computeIfAbsent(
                new TallyKey(feed, agreement, version), k -> new Tally(k.feed, k.agreement, k.version));
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        long behindLast = records.get(records.size() - 1).offset() + 1;
        tally.accept(first.partition(), first.offset(), behindLast, records.size());
        return tally;
    }
}
