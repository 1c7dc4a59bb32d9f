package org.weir.consent.preview;

import java.time.Instant;
import java.util.List;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Delivery.Limit;
import org.weir.consent.policy.SharingDecision;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.consent.preview.Outcome.Quarantined;
import org.weir.consent.preview.Outcome.Shared;
import org.weir.consent.preview.Outcome.Withheld;
import org.weir.consent.transform.JsonShaper;
import org.weir.consent.transform.ShapedRecord;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.ledger.ReasonCode;

/** Takes records through one plan as enforcement would, and sends nothing anywhere. For one thread. */
final class Replay {
    private final SharingDecision decision;
    private final JsonShaper shaper;
    private final Limit limit;
    private long flowed;

    /** @param now the moment at which it is decided */
    Replay(CompiledPlan plan, Instant now) {
        decision = SharingPolicy.decide(plan, SharingRequest.delivery(plan, now));
        limit = plan.delivery().limit();
        shaper = decision instanceof Share share ? share.shape().shaper() : null;
    }

    /** What becomes of each, in their order. */
    List<Outcome> all(List<RawRecord> records) {
        return records.stream().map(this::one).toList();
    }

    /** What becomes of one; order matters where a cap is agreed. */
    Outcome one(RawRecord record) {
        if (decision instanceof Withhold withhold) {
            return new Withheld(withhold.reason());
        }
        try {
            ShapedRecord shaped = shaper.shape(record.value(), record.eventMillis());
            return shaped instanceof ShapedRecord.Flows flows
                    ? counted(flows)
                    : new Withheld(((ShapedRecord.Withheld) shaped).reason());
        } catch (UnshapeableRecord | RuntimeException e) {
            return new Quarantined(e.getMessage() == null ? "It cannot be processed." : e.getMessage());
        }
    }

    /** A cap is counted from the first record of the replay on, as if nothing had flowed before. */
    private Outcome counted(ShapedRecord.Flows flows) {
        return limit != null && ++flowed > limit.records()
                ? new Withheld(ReasonCode.LIMIT_REACHED)
                : new Shared(flows.value());
    }
}
