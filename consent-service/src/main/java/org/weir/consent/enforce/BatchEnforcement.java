package org.weir.consent.enforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Delivery.Limit;
import org.weir.consent.policy.Plans;
import org.weir.consent.policy.SharingDecision;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.consent.transform.JsonShaper;
import org.weir.consent.transform.ShapedRecord;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Takes batches through the plans of one epoch and counts. Where nothing may flow, a batch costs the same however many
 * records it has. For one thread.
 */
final class BatchEnforcement {
    private final Outlet outlet;
    private final Division division;
    private final Map<CompiledPlan, Line> lines = new IdentityHashMap<>();
    /** By plan, for a plan is one and the same throughout a transaction; hashing its text would cost more than a record. */
    private final Map<CompiledPlan, Tally> tallies = new IdentityHashMap<>();

    private final Map<FeedId, Tally> uncovered = new HashMap<>();
    private Plans plans;

    /** A plan with what one thread needs to carry it out. */
    private record Line(JsonShaper shaper, SharedEnvelope envelope, Limit limit) {}

    /** Records of one partition, in their order. */
    record Batch(
            FeedId feed, List<ConsumerRecord<byte[], byte[]>> records, Quotas quotas, int partitions, Instant now) {}

    /** Carries out every plan. */
    BatchEnforcement(Plans plans, Outlet outlet) {
        this(plans, outlet, plan -> true);
    }

    /** @param division which plans are carried out here; the others are somebody else's */
    BatchEnforcement(Plans plans, Outlet outlet, Division division) {
        this.plans = plans;
        this.outlet = outlet;
        this.division = division;
    }

    Plans plans() {
        return plans;
    }

    /** Works by other plans from now on; what is ready for those that stay is kept. */
    void adopt(Plans now) {
        plans = now;
        lines.keySet().removeIf(plan -> Arrays.stream(now.of(plan.feed())).noneMatch(each -> each == plan));
        lines.values().forEach(line -> line.envelope.decidedBy(now.epoch()));
    }

    /** Takes the records of one partition of one feed, under agreements without a cap. */
    void take(FeedId feed, List<ConsumerRecord<byte[], byte[]>> records, Instant now) {
        take(new Batch(feed, records, new Quotas(), 1, now));
    }

    void take(Batch batch) {
        CompiledPlan[] concerned = plans.of(batch.feed);
        boolean covered = false;
        for (CompiledPlan plan : concerned) {
            if (!division.mine(plan)) {
                continue;
            }
            covered = true;
            Tally tally = tally(batch, plan);
            SharingDecision decision = SharingPolicy.decide(plan, SharingRequest.delivery(plan, batch.now));
            if (decision instanceof Withhold withhold) {
                tally.withhold(withhold.reason(), batch.records.size());
            } else {
                share(plan, batch, tally);
            }
        }
        if (!covered && division.uncovered(batch.records.get(0).partition(), concerned)) {
            tally(batch, null).withhold(ReasonCode.NO_AGREEMENT, batch.records.size());
        }
    }

    /** What has been counted since the last call. */
    Collection<Tally> takeTallies() {
        List<Tally> taken = new ArrayList<>(tallies.values());
        taken.addAll(uncovered.values());
        tallies.clear();
        uncovered.clear();
        return taken;
    }

    private void share(CompiledPlan plan, Batch batch, Tally tally) {
        Line line = lines.get(plan);
        if (line == null) {
            line = new Line(
                    plan.shape().shaper(),
                    new SharedEnvelope(plan, plans.epoch(), outlet.partitions(plan)),
                    plan.delivery().limit());
            lines.put(plan, line);
        }
        for (ConsumerRecord<byte[], byte[]> raw : batch.records) {
            ProducerRecord<byte[], byte[]> ready;
            try {
                ShapedRecord shaped = line.shaper.shape(raw.value(), raw.timestamp());
                if (shaped instanceof ShapedRecord.Withheld withheld) {
                    tally.withhold(withheld.reason(), 1);
                    continue;
                }
                ready = line.envelope.wrap(raw, (ShapedRecord.Flows) shaped);
                if (outlet.refuses(ready)) {
                    throw new UnshapeableRecord("The broker does not take the record", 0);
                }
            } catch (UnshapeableRecord | RuntimeException e) {
                outlet.quarantine(plan, raw, e);
                tally.quarantine();
                continue;
            }
            if (line.limit != null && !allowed(plan, line.limit, raw.partition(), batch)) {
                tally.withhold(ReasonCode.LIMIT_REACHED, 1);
                continue;
            }
            outlet.share(ready);
            tally.share();
        }
    }

    private static boolean allowed(CompiledPlan plan, Limit limit, int partition, Batch batch) {
        return batch.quotas.take(plan.agreement().value(), limit, partition, batch.partitions, batch.now);
    }

    private Tally tally(Batch batch, CompiledPlan plan) {
        Tally tally = plan == null
                ? uncovered.computeIfAbsent(batch.feed, feed -> new Tally(feed, null))
                : tallies.computeIfAbsent(plan, covering -> new Tally(batch.feed, covering));
        ConsumerRecord<byte[], byte[]> first = batch.records.get(0);
        long behindLast = batch.records.get(batch.records.size() - 1).offset() + 1;
        tally.accept(first.partition(), first.offset(), behindLast, batch.records.size());
        return tally;
    }
}
