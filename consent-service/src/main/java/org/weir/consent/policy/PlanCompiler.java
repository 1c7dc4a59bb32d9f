package org.weir.consent.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.transform.FieldTransform;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.Pseudonymise;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Purpose;
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

    /** The plan for an agreement that names a feed; it never fails, at worst it withholds. */
    public CompiledPlan compile(AgreementRecord record) {
        AgreementDocument a = record.document();
        try {
            return understood(a) ? keyed(record, a) : plan(record, null, ReasonCode.UNKNOWN_TERM);
        } catch (RuntimeException e) {
            return plan(record, null, ReasonCode.UNKNOWN_TERM);
        }
    }

    private boolean understood(AgreementDocument a) {
        Optional<KnownFeed> feed = feeds.find(a.target().feed());
        return AgreementDocument.PROFILE.equals(a.profile())
                && a.purpose() != null
                && Purpose.of(a.purpose()).isPresent()
                && a.assignee() != null
                && a.assigner() != null
                && a.assigner().equals(a.target().feed().agency())
                && feed.isPresent()
                && !a.target().fields().isEmpty()
                && a.target().fields().stream()
                        .allMatch(path -> feed.get().contract().field(path).isPresent())
                && a.obligations().stream().allMatch(o -> Obligation.PSEUDONYMISE.equals(o.action()));
    }

    private CompiledPlan keyed(AgreementRecord record, AgreementDocument a) {
        Map<String, FieldTransform> transforms = new HashMap<>();
        for (Obligation o : a.obligations()) {
            Optional<byte[]> key = keys.find(a.uid(), a.purpose(), PseudonymKeys.FIRST_EPOCH);
            if (key.isEmpty()) {
                return plan(record, null, ReasonCode.KEY_MISSING);
            }
            if (transforms.put(o.field(), new Pseudonymise(key.get(), o.field())) != null) {
                return plan(record, null, ReasonCode.UNKNOWN_TERM);
            }
        }
        String subject = feeds.find(a.target().feed()).orElseThrow().contract().subject();
        return plan(record, Shape.of(a.target().fields(), transforms, subject), null);
    }

    private static CompiledPlan plan(AgreementRecord record, Shape shape, ReasonCode flaw) {
        AgreementDocument a = record.document();
        return new CompiledPlan(
                a.target().feed(),
                a.uid(),
                a.version(),
                record.epoch(),
                a.assignee(),
                record.state(),
                a.effectiveFrom() == null ? Instant.MIN : a.effectiveFrom(),
                a.expires() == null ? Instant.MAX : a.expires(),
                shape,
                flaw);
    }
}
