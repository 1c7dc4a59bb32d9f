package org.weir.consent.policy;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.Shape;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
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
        String hash = null;
        try {
            hash = ContentHash.of(record.document());
            Optional<KnownFeed> feed = feeds.find(on);
            if (feed.isEmpty() || !understood(record.document(), on)) {
                return CompiledPlan.flawed(record, on, ReasonCode.UNKNOWN_TERM, hash);
            }
            return keyed(record, on, feed.get(), hash);
        } catch (TermFault | RuntimeException | LinkageError e) {
            // A library that cannot be loaded costs the agreements that need it, and no other.
            return CompiledPlan.flawed(record, on, ReasonCode.UNKNOWN_TERM, hash);
        }
    }

    /** Whether the key is there by now that a plan lacked. */
    public boolean keyIsThere(AgreementRecord record) {
        return key(record).isPresent();
    }

    /** A key that cannot be read is missing as long as that lasts. */
    private Optional<byte[]> key(AgreementRecord record) {
        AgreementDocument a = record.document();
        try {
            return keys.find(a.uid(), a.purpose(), record.keyEpoch());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean understood(AgreementDocument a, FeedId on) {
        return a.covers(on)
                && AgreementDocument.PROFILE.equals(a.profile())
                && a.purpose() != null
                && Purpose.of(a.purpose()).isPresent()
                && a.assignee() != null
                && a.assigner() != null
                && a.assigner().equals(on.agency())
                && a.retentionDays() > 0
                && !a.target().fields().isEmpty();
    }

    private CompiledPlan keyed(AgreementRecord record, FeedId on, KnownFeed feed, String hash) throws TermFault {
        AgreementDocument a = record.document();
        Terms terms = Terms.read(a, feed.contract(), feed.timezone());
        byte[] key = null;
        if (terms.keyed()) {
            key = key(record).orElse(null);
            if (key == null) {
                return CompiledPlan.flawed(record, on, ReasonCode.KEY_MISSING, hash);
            }
        }
        Shape shape = terms.shape(key);
        return new CompiledPlan(on, a.uid(), record.epoch(), record, shape, null, delivery(terms), hash);
    }

    private static Delivery delivery(Terms terms) {
        Delivery.Limit limit = terms.cap()
                .map(cap -> new Delivery.Limit(cap.records(), cap.daily()))
                .orElse(null);
        return new Delivery(terms.delay().orElse(null), limit);
    }
}
