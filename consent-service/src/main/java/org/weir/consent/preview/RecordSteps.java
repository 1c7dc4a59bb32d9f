package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.preview.Outcome.Quarantined;
import org.weir.consent.preview.Outcome.Shared;
import org.weir.consent.preview.Outcome.Withheld;
import org.weir.consent.preview.Step.Result;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.ledger.ReasonCode;

/** Takes one record through a text piece by piece: its contract, its scope, its fields, each obligation. */
final class RecordSteps {
    private final KnownFeed feed;
    private final Drafts drafts;
    private final Instant at;
    private final AgreementDocument document;
    private final List<Step> steps = new ArrayList<>();
    private RawRecord record;
    private JsonNode shown;
    private boolean stopped;

    RecordSteps(KnownFeed feed, Drafts drafts, Instant at, AgreementDocument document) {
        this.feed = feed;
        this.drafts = drafts;
        this.at = at;
        this.document = document;
    }

    List<Step> of(RawRecord taken) {
        record = taken;
        shown = Leaves.tree(taken.value());
        Outcome listed = outcome(Pieces.fieldsAlone(document));
        if (listed instanceof Quarantined q) {
            stop("contract", q.why() + ": the record is set aside.");
        } else {
            steps.add(new Step("contract", Result.PASSES, "The record is of the form that the contract names."));
        }
        Pieces.scope(document).forEach((name, piece) -> scope(name, outcome(piece)));
        changed("fields", listed, "Every field of the record may flow.");
        for (int i = 0; i < document.obligations().size(); i++) {
            Obligation each = document.obligations().get(i);
            String name = each.field() == null ? each.action() : each.action() + " " + each.field();
            changed(name, outcome(Pieces.upTo(document, i + 1)), "It leaves this record as it is.");
        }
        return steps;
    }

    private Outcome outcome(AgreementDocument piece) {
        return new Replay(drafts.plan(piece, feed.id(), at), at).one(record);
    }

    private void scope(String name, Outcome outcome) {
        if (stopped) {
            notReached(name);
        } else if (outcome instanceof Withheld w) {
            stop(name, w.reason().sentence());
        } else {
            steps.add(new Step(name, Result.PASSES, "The record is in scope."));
        }
    }

    private void changed(String name, Outcome outcome, String otherwise) {
        if (stopped) {
            notReached(name);
        } else if (outcome instanceof Withheld w && w.reason() == ReasonCode.UNKNOWN_TERM) {
            // The whole text is understood, or nobody would ask: this piece of it is none without those that follow.
            steps.add(new Step(name, Result.PASSES, "It takes effect together with the next one."));
        } else if (outcome instanceof Withheld w) {
            stop(name, w.reason().sentence());
        } else if (outcome instanceof Quarantined q) {
            stop(name, q.why() + ": the record is set aside.");
        } else if (outcome instanceof Shared shared) {
            show(name, Leaves.tree(shared.value()), otherwise);
        }
    }

    private void show(String name, JsonNode next, String otherwise) {
        List<String> said = Words.changes(shown, next, feed);
        steps.add(
                said.isEmpty()
                        ? new Step(name, Result.PASSES, otherwise)
                        : new Step(name, Result.CHANGES, String.join(" ", said)));
        shown = next;
    }

    private void stop(String name, String sentence) {
        steps.add(new Step(name, Result.STOPS, sentence));
        stopped = true;
    }

    private void notReached(String name) {
        steps.add(new Step(name, Result.NOT_REACHED, "Not asked any more: the record was stopped before."));
    }
}
