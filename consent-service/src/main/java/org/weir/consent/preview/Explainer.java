package org.weir.consent.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.rule.DocumentRules;
import org.weir.consent.agreement.rule.Finding;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.consent.policy.SharingRule;
import org.weir.consent.preview.Step.Result;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Explains what becomes of one record. What an obligation does is not described but shown: the record is taken through
 * the text up to that obligation, by the same compiler and shaper as in enforcement, and what changed is said.
 */
public final class Explainer {
    private final KnownFeed feed;
    private final FeedDirectory feeds;
    private final Drafts drafts;
    private final Instant now;

    public Explainer(KnownFeed feed, FeedDirectory feeds, Drafts drafts, Instant now) {
        this.feed = feed;
        this.feeds = feeds;
        this.drafts = drafts;
        this.now = now;
    }

    /**
     * Asks every rule in order.
     *
     * @param record null for the text alone
     * @param purpose what the recipient declares; null for the purpose agreed
     */
    public Explanation explain(AgreementDocument document, RawRecord record, String purpose) {
        Instant at = Drafts.moment(document, now);
        CompiledPlan plan = drafts.plan(document, feed.id(), at);
        String declared = purpose == null ? document.purpose() : purpose;
        SharingRequest request =
                new SharingRequest(SharingRequest.delivery(plan, at).action(), declared, at);
        List<Step> steps = new ArrayList<>(text(document));
        ReasonCode stopped = null;
        for (SharingRule rule : SharingPolicy.rules()) {
            Optional<ReasonCode> objection = stopped == null ? rule.objection(plan, request) : Optional.empty();
            steps.add(step(rule, stopped, objection));
            stopped = stopped == null ? objection.orElse(null) : stopped;
        }
        Outcome outcome = stopped == null ? null : new Outcome.Withheld(stopped);
        if (outcome == null && record != null) {
            outcome = new Replay(plan, at).one(record);
            steps.addAll(new RecordSteps(feed, drafts, at, document).of(record));
        }
        return explanation(document, record, outcome, steps);
    }

    /** The rules of an agreement's text: what breaks one cannot be signed, whatever enforcement would make of it. */
    private List<Step> text(AgreementDocument document) {
        List<Finding> findings = DocumentRules.findings(document, feeds);
        return findings.isEmpty()
                ? List.of(new Step("text", Result.PASSES, "The text keeps every rule for agreements."))
                : findings.stream()
                        .map(each -> new Step("text " + each.clause(), Result.STOPS, each.detail()))
                        .toList();
    }

    private static Step step(SharingRule rule, ReasonCode stopped, Optional<ReasonCode> objection) {
        String name = Words.name(rule.getClass().getSimpleName());
        if (stopped != null) {
            return new Step(name, Result.NOT_REACHED, "Not asked any more: a rule before it stopped the record.");
        }
        return objection
                .map(reason -> new Step(name, Result.STOPS, reason.sentence()))
                .orElseGet(() -> new Step(name, Result.PASSES, rule.promise()));
    }

    private Explanation explanation(AgreementDocument document, RawRecord record, Outcome outcome, List<Step> steps) {
        Sample sample = record == null || outcome == null ? null : Sample.of(record, outcome);
        return new Explanation(
                outcome == null ? "undecided" : outcome.word(),
                outcome instanceof Outcome.Withheld withheld ? withheld.reason() : null,
                List.copyOf(steps),
                sample == null ? null : sample.before(),
                sample == null ? null : sample.after(),
                Notes.of(document, feed, now, true));
    }
}
