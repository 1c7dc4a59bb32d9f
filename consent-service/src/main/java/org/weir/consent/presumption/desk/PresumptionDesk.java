package org.weir.consent.presumption.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.weir.consent.presumption.desk.ProhibitedDraws.Forbidden;
import org.weir.consent.presumption.store.PresumptionStore;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Takes what is said about sharing that a law presumes. */
@ApplicationScoped
public class PresumptionDesk {
    private final PresumptionStore store;
    private final AgreementDesk agreements;
    private final ForceDesk force;
    private final KnownFeeds feeds;
    private final StandingProhibitions standing;

    PresumptionDesk(
            PresumptionStore store,
            AgreementDesk agreements,
            ForceDesk force,
            KnownFeeds feeds,
            StandingProhibitions standing) {
        this.store = store;
        this.agreements = agreements;
        this.force = force;
        this.feeds = feeds;
        this.standing = standing;
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
            String because = ProhibitedDraws.because(since.get());
            force.receiptOfTheEnd(force.endWith(caller, draw.agreement(), because));
            throw new Refusal(ErrorCode.AGREEMENT_PROHIBITED, because);
        }
        force.receipt(drawn);
        return drawn;
    }

    /**
     * What became of a filing.
     *
     * @param prohibition the one that stands: where the owner filed the same before, that one
     * @param receipts of what it ended
     */
    public record Filed(WrittenProhibition prohibition, List<SignedReceipt> receipts) {}

    /**
     * Keeps a prohibition and ends what was drawn on the feed; not before its receipts are there is this answered. Filed
     * again while it stands, it is the same prohibition, with the same receipts.
     */
    public Filed file(Caller caller, WrittenProhibition prohibition) {
        Set<Forbidden> draws = new LinkedHashSet<>(ProhibitedDraws.of(agreements.all(), List.of(prohibition)));
        WrittenProhibition stands = store.file(prohibition);
        standing.soon();
        // Drawn between the look and the filing; and what the clock has ended since is among those of the first look.
        List<Agreement> now = agreements.all();
        draws.addAll(ProhibitedDraws.of(now, List.of(stands)));
        draws.addAll(ProhibitedDraws.endedBy(now, stands));
        return new Filed(
                stands,
                endAll(draws, each -> force.endWith(caller, each.agreement(), each.because()), force::receiptOfTheEnd));
    }

    /** Ends them all before the first receipt is waited for: what one enforcer holds up must not keep others flowing. */
    static <A, R> List<R> endAll(Collection<Forbidden> draws, Function<Forbidden, A> end, Function<A, R> receipt) {
        return draws.stream().map(end).toList().stream().map(receipt).toList();
    }
}
