package org.weir.consent.preview;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;

/**
 * Compiles texts as if they were in force. Pseudonyms are made with a key that lives as long as this object and never
 * with an agreement's own: else whoever may write a draft could look up which pseudonym stands for which vehicle.
 */
public final class Drafts {
    private final PlanCompiler compiler;

    /** @param key 32 random bytes, made for this one answer */
    public Drafts(FeedDirectory feeds, byte[] key) {
        byte[] own = key.clone();
        this.compiler = new PlanCompiler(feeds, (agreement, purpose, keyEpoch) -> Optional.of(own));
    }

    /** The plan that the text would run as on that feed. */
    CompiledPlan plan(AgreementDocument document, FeedId feed, Instant now) {
        return compiler.compile(new AgreementRecord(1, AgreementState.ACTIVE, document, now, "preview"), feed);
    }

    /** The moment at which a text is looked at: now, or its first second where that is still to come. */
    static Instant moment(AgreementDocument document, Instant now) {
        Instant from = document.effectiveFrom();
        return from != null && from.isAfter(now) ? from : now;
    }
}
