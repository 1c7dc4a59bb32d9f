package org.weir.dashboard.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Under which agreement figures of a feed are shown. */
@ApplicationScoped
public class Permission {
    private final Standings standings;
    private final Clock clock;

    Permission(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * The agreement that figures are shown under; null where none was ever made. What one that ended gave is not shown.
     *
     * @throws Refusal where the feed is unknown, its agreement does not let this recipient read, or is over
     */
    AgreementDocument agreement(FeedId feed) {
        zone(feed);
        Instant now = clock.instant();
        AgreementDocument agreement =
                standings.agreementFor(feed, now).map(AgreementNotice::document).orElse(null);
        if (agreement != null && !agreement.actions().contains(Action.READ)) {
            throw new Refusal(ErrorCode.NO_AGREEMENT, agreement.uid() + " does not let this recipient read.");
        }
        if (agreement != null && standings.ended(agreement.uid(), now)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_ENDED, "No other agreement on this feed is in force: " + agreement.uid() + '.');
        }
        return agreement;
    }

    /**
     * The same where there must be one.
     *
     * @throws Refusal also where none was ever made
     */
    public AgreementDocument needed(FeedId feed) {
        AgreementDocument agreement = agreement(feed);
        if (agreement == null) {
            throw new Refusal(ErrorCode.NO_AGREEMENT, "No agreement on " + feed + " names this recipient.");
        }
        return agreement;
    }

    /**
     * Of one feed, or of all where it is null, those that may be read now, each with its agreement.
     *
     * @throws Refusal where the feed may not, or none may
     */
    Map<FeedId, AgreementDocument> readable(FeedId feed) {
        if (feed != null) {
            return Map.of(feed, needed(feed));
        }
        Instant now = clock.instant();
        Map<FeedId, AgreementDocument> readable = new LinkedHashMap<>();
        standings.feeds().forEach(each -> standings
                .agreementFor(each.id(), now)
                .map(AgreementNotice::document)
                .filter(agreement -> agreement.actions().contains(Action.READ))
                .filter(agreement -> !standings.ended(agreement.uid(), now))
                .ifPresent(agreement -> readable.put(each.id(), agreement)));
        if (readable.isEmpty()) {
            throw new Refusal(ErrorCode.NO_AGREEMENT, "No agreement in force lets this recipient read.");
        }
        return readable;
    }

    /** The agency's time zone. */
    public ZoneId zone(FeedId feed) {
        return standings
                .feed(feed)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_FEED, "No feed of this id has been announced."))
                .timezone();
    }
}
