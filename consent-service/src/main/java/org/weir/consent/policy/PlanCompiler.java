package org.weir.consent.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.transform.FieldTransform;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.Pseudonymise;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Makes agreements ready for records. An agreement may come from a newer version of Weir or have been damaged: what
 * this one does not understand becomes a flaw of the plan, never a rule passed over.
 */
public final class PlanCompiler {
    private final FeedDirectory feeds;
    private final PseudonymKeys keys;

    public PlanCompiler(FeedDirectory feeds, PseudonymKeys keys) {
        this.feeds = feeds;
        this.keys = keys;
    }

    /** The plan for the records of a feed that an agreement covers; it never fails, at worst it withholds. */
    public CompiledPlan compile(AgreementRecord record, FeedId on) {
        AgreementDocument a = record.document();
        try {
            return understood(a, on)
                    ? keyed(record, on)
                    : CompiledPlan.flawed(record, on, ReasonCode.UNKNOWN_TERM, null);
        } catch (RuntimeException e) {
            return CompiledPlan.flawed(record, on, ReasonCode.UNKNOWN_TERM, null);
        }
    }

    private boolean understood(AgreementDocument a, FeedId on) {
        Optional<KnownFeed> feed = feeds.find(on);
        return a.covers(on)
                && AgreementDocument.PROFILE.equals(a.profile())
                && a.purpose() != null
                && Purpose.of(a.purpose()).isPresent()
                && a.assignee() != null
                && a.assigner() != null
                && a.assigner().equals(on.agency())
                && feed.isPresent()
                && !a.target().fields().isEmpty()
                && a.target().fields().stream()
                        .allMatch(path -> feed.get().contract().field(path).isPresent())
                && a.obligations().stream()
                        .allMatch(o -> Delivery.is(o)
                                || Obligation.PSEUDONYMISE.equals(o.action())
                                        && o.with().isEmpty())
                && a.target().refinement() == null;
    }

    private CompiledPlan keyed(AgreementRecord record, FeedId on) {
        AgreementDocument a = record.document();
        Map<String, FieldTransform> transforms = new HashMap<>();
        for (Obligation o : a.obligations()) {
            if (Delivery.is(o)) {
                continue;
            }
            Optional<byte[]> key = keys.find(a.uid(), a.purpose(), record.keyEpoch());
            if (key.isEmpty()) {
                return CompiledPlan.flawed(record, on, ReasonCode.KEY_MISSING, null);
            }
            if (transforms.put(o.field(), new Pseudonymise(key.get(), o.field())) != null) {
                return CompiledPlan.flawed(record, on, ReasonCode.UNKNOWN_TERM, null);
            }
        }
        String subject = feeds.find(on).orElseThrow().contract().subject();
        return new CompiledPlan(
                on,
                a.uid(),
                record.epoch(),
                record,
                Shape.of(a.target().fields(), transforms, subject),
                null,
                Delivery.of(a.obligations()),
                ContentHash.of(a));
    }
}
