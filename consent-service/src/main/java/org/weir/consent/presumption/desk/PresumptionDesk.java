package org.weir.consent.presumption.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.consent.presumption.Draw;
import org.weir.consent.presumption.DrawCase;
import org.weir.consent.presumption.DrawRules;
import org.weir.consent.presumption.Jurisdiction;
import org.weir.consent.presumption.JurisdictionRules;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.presumption.store.PresumptionStore;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Takes what is said about sharing that a law presumes. */
@ApplicationScoped
public class PresumptionDesk {
    private final PresumptionStore store;
    private final AgreementDesk agreements;
    private final ForceDesk force;
    private final KnownFeeds feeds;

    PresumptionDesk(PresumptionStore store, AgreementDesk agreements, ForceDesk force, KnownFeeds feeds) {
        this.store = store;
        this.agreements = agreements;
        this.force = force;
        this.feeds = feeds;
    }

    /** Now, as it is kept. */
    public Instant now() {
        return agreements.now();
    }

    public Jurisdiction declare(Jurisdiction jurisdiction) {
        JurisdictionRules.check(jurisdiction);
        store.keep(jurisdiction);
        return jurisdiction;
    }

    public Jurisdiction jurisdiction(String id) {
        return store.jurisdiction(id)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.UNKNOWN_JURISDICTION, "No jurisdiction " + id + " has declared a presumption."));
    }

    /** Brings a draw into force, where every rule of presumption lets it. */
    public Agreement draw(Caller caller, Jurisdiction jurisdiction, Draw draw) {
        KnownFeed feed = feeds.find(draw.feed())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.AGREEMENT_UNKNOWN_FEED, "The feed " + draw.feed() + " is not registered."));
        DrawRules.check(new DrawCase(jurisdiction, draw, feed.contract(), store.prohibitions(draw.feed())));
        Agreement drawn = force.draw(caller, draw.under(jurisdiction));
        // Filed between the look and the draw: then it ends at once.
        Optional<WrittenProhibition> since =
                store.prohibitions(draw.feed()).stream().findFirst();
        if (since.isPresent()) {
            force.endWith(caller, draw.agreement(), because(since.get()));
            throw new Refusal(ErrorCode.AGREEMENT_PROHIBITED, because(since.get()));
        }
        return drawn;
    }

    /** Keeps a prohibition and ends what was drawn on the feed; not before its receipts are there is this answered. */
    public List<SignedReceipt> file(Caller caller, WrittenProhibition prohibition) {
        store.file(prohibition);
        return ended(caller, prohibition);
    }

    /** Ends, or has ended, everything that was drawn on the feed of a prohibition. */
    private List<SignedReceipt> ended(Caller caller, WrittenProhibition prohibition) {
        List<SignedReceipt> receipts = new ArrayList<>();
        for (Agreement each : drawnOn(prohibition.feed())) {
            receipts.add(force.endWith(caller, each.document().uid(), because(prohibition)));
        }
        return receipts;
    }

    private List<Agreement> drawnOn(FeedId feed) {
        return agreements.all().stream()
                .filter(each ->
                        each.document().presumption() != null && each.document().covers(feed) && each.endedAs() == null)
                .toList();
    }

    private static String because(WrittenProhibition prohibition) {
        return prohibition.feed().agency() + " filed that " + prohibition.citation() + " forbids sharing "
                + prohibition.feed() + ".";
    }
}
