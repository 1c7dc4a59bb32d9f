package org.weir.consent.agreement.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.PlainLanguage;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.TimeInState;
import org.weir.consent.agreement.Version;
import org.weir.consent.agreement.desk.Receipts;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.topic.KnownFeeds;

/** Shows agreements to those who may read them. */
@ApplicationScoped
public class Views {
    private final KnownFeeds feeds;
    private final Receipts receipts;
    private final Clock clock;

    Views(KnownFeeds feeds, Receipts receipts, Clock clock) {
        this.feeds = feeds;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** One agreement with its receipts. */
    public AgreementView of(Agreement agreement, Caller caller) {
        new Standing(caller).requireReading(agreement);
        return view(agreement, caller, receipts.kept(agreement.document().uid()));
    }

    /** Those of many that the caller may read, without receipts. */
    public List<AgreementView> of(List<Agreement> agreements, Caller caller) {
        Standing standing = new Standing(caller);
        return agreements.stream()
                .filter(standing::mayRead)
                .map(a -> view(a, caller, List.of()))
                .toList();
    }

    private AgreementView view(Agreement a, Caller caller, List<SignedReceipt> kept) {
        Instant now = clock.instant();
        Version talked = a.negotiated();
        return new AgreementView(
                a.document(),
                ContentHash.of(a.document()),
                a.state(),
                a.endedAs(),
                a.epoch(),
                a.last().at(),
                a.last().by(),
                AgreementView.Proposed.of(a.proposed()),
                talked.lastMoveBy(),
                talked.deadline(),
                PlainLanguage.of(a.document(), Wording.of(a.document(), feeds)),
                TimeInState.of(a, now),
                a.history(),
                Stream.of(a.current(), talked)
                        .distinct()
                        .flatMap(v -> v.signatures().stream())
                        .toList(),
                AgreementView.Board.of(talked.review() == null ? a.current().review() : talked.review()),
                a.comments(),
                AgreementView.Destruction.of(a, now),
                a.current().declaredBy(),
                kept,
                new Standing(caller).commands(a));
    }
}
