package org.weir.dashboard.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** The feeds and agreements this recipient has been told of. One thread writes, many read. */
public final class Standings {
    /** Two polls of a slow feed (30 s) may miss before it is called quiet. */
    static final Duration QUIET_AFTER = Duration.ofSeconds(90);

    private final RecipientId recipient;
    private final Map<FeedId, FeedAnnouncement> feeds = new ConcurrentSkipListMap<>();
    private final Map<AgreementId, AgreementNotice> notices = new ConcurrentHashMap<>();
    private final Map<FeedId, Instant> shared = new ConcurrentHashMap<>();
    private volatile boolean complete;

    public Standings(RecipientId recipient) {
        this.recipient = recipient;
    }

    public void announced(FeedAnnouncement feed) {
        feeds.put(feed.id(), feed);
    }

    /**
     * Takes a notice.
     *
     * @return whether it is for this recipient and newer than what was known
     */
    public boolean noticed(AgreementNotice notice) {
        if (!recipient.equals(notice.document().assignee())) {
            return false;
        }
        AgreementNotice before = notices.get(notice.document().uid());
        if (before != null && before.epoch() > notice.epoch()) {
            return false;
        }
        notices.put(notice.document().uid(), notice);
        return true;
    }

    /** Agreements under which nothing may be kept any more, by their notices. */
    public List<AgreementNotice> toDestroy() {
        return notices.values().stream()
                .filter(notice -> notice.endedAs() != null && notice.destroyBy() != null)
                .toList();
    }

    /** What the agreements say that this recipient has been told of, also those that ended. */
    public List<AgreementDocument> documents() {
        return notices.values().stream().map(AgreementNotice::document).toList();
    }

    /** Everything is known from now on that was published before this service began. */
    public void completed() {
        complete = true;
    }

    /** Whether everything is known that was published before this service began. */
    public boolean complete() {
        return complete;
    }

    public void sharedAt(FeedId feed, Instant at) {
        shared.merge(feed, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    public Optional<FeedAnnouncement> feed(FeedId id) {
        return Optional.ofNullable(feeds.get(id));
    }

    public Collection<FeedAnnouncement> feeds() {
        return feeds.values();
    }

    /** Whether an agreement is known to be over; an unknown one is not yet. */
    public boolean ended(AgreementId agreement, Instant now) {
        AgreementNotice notice = notices.get(agreement);
        return notice != null && over(notice, now);
    }

    /**
     * Whether a whole fleet is shared under an agreement, and not only what lies somewhere or is of some routes; an
     * unknown one shares nothing.
     */
    public boolean sharesAll(AgreementId agreement) {
        AgreementNotice notice = notices.get(agreement);
        Refinement of = notice == null ? null : notice.document().target().refinement();
        return notice != null && (of == null || of.where() == null && of.within() == null);
    }

    /** The agreement that speaks for a feed: the newest in force, else the newest of all. */
    public Optional<AgreementNotice> agreementFor(FeedId feed, Instant now) {
        AgreementNotice best = null;
        for (AgreementNotice each : notices.values()) {
            if (ranOrRuns(each) && each.document().covers(feed) && (best == null || preferred(each, best, now))) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** An agreement that is talked about, or came to nothing, says nothing about a feed. */
    private static boolean ranOrRuns(AgreementNotice notice) {
        return notice.state() == AgreementState.ACTIVE
                || notice.state() == AgreementState.SUSPENDED
                || notice.endedAs() != null;
    }

    private static boolean preferred(AgreementNotice a, AgreementNotice b, Instant now) {
        int difference = rank(a, now) - rank(b, now);
        return difference == 0 ? a.epoch() > b.epoch() : difference < 0;
    }

    /** One in force speaks before one that rests, and that before one that is over. */
    private static int rank(AgreementNotice notice, Instant now) {
        if (over(notice, now)) {
            return 2;
        }
        return notice.state() == AgreementState.SUSPENDED ? 1 : 0;
    }

    private static boolean over(AgreementNotice notice, Instant now) {
        Instant expires = notice.document().expires();
        return notice.state().ended() || expires != null && !now.isBefore(expires);
    }

    public List<Standing> all(Instant now) {
        List<Standing> all = new ArrayList<>();
        feeds.values().forEach(feed -> all.add(standing(feed, now)));
        return all;
    }

    public Optional<Standing> of(FeedId feed, Instant now) {
        return feed(feed).map(known -> standing(known, now));
    }

    private Standing standing(FeedAnnouncement feed, Instant now) {
        AgreementNotice notice = agreementFor(feed.id(), now).orElse(null);
        Instant last = shared.get(feed.id());
        return new Standing(
                feed.id(),
                feed.title(),
                feed.agencyName(),
                feed.timezone(),
                feed.recorded(),
                notice,
                flow(notice, last, now),
                last);
    }

    private static Flow flow(AgreementNotice notice, Instant last, Instant now) {
        if (notice == null) {
            return Flow.NONE;
        }
        if (over(notice, now)) {
            return Flow.ENDED;
        }
        if (notice.state() == AgreementState.SUSPENDED) {
            return Flow.SUSPENDED;
        }
        boolean lately = last != null && last.plus(QUIET_AFTER).isAfter(now);
        return lately ? Flow.FLOWING : Flow.QUIET;
    }
}
