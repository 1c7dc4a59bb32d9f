package org.weir.consent.preview.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.preview.Drafts;
import org.weir.consent.preview.Effect;
import org.weir.consent.preview.Explainer;
import org.weir.consent.preview.Explanation;
import org.weir.consent.preview.Preview;
import org.weir.consent.preview.Previewer;
import org.weir.consent.preview.RawRecord;
import org.weir.consent.preview.source.RecentRecords;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Brings a text, its feed and its newest records together. */
@ApplicationScoped
class PreviewDesk {
    private static final Logger LOG = Logger.getLogger(PreviewDesk.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final FeedDirectory feeds;
    private final RecentRecords records;
    private final RawAccess access;
    private final Clock clock;

    PreviewDesk(KnownFeeds feeds, RecentRecords records, RawAccess access, Clock clock) {
        this.feeds = feeds;
        this.records = records;
        this.access = access;
        this.clock = clock;
    }

    Explanation explain(AgreementDocument document, FeedId asked, byte[] record, String purpose) {
        KnownFeed feed = feed(document, asked);
        RawRecord taken = record == null
                ? newest(feed, document)
                : new RawRecord(record, clock.instant().toEpochMilli());
        return new Explainer(feed, feeds, drafts(), clock.instant()).explain(document, taken, purpose);
    }

    Preview preview(AgreementDocument document, FeedId asked, int atMost) {
        KnownFeed feed = feed(document, asked);
        return new Previewer(feed, drafts(), clock.instant())
                .preview(document, recent(feed, document, atMost), access.to(feed.id()));
    }

    Effect effect(AgreementDocument from, AgreementDocument to, FeedId asked, int atMost) {
        KnownFeed feed = feed(to, asked);
        return new Previewer(feed, drafts(), clock.instant())
                .effect(from, to, recent(feed, to, atMost), access.to(feed.id()));
    }

    /** Made for one answer and forgotten with it. */
    private Drafts drafts() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new Drafts(feeds, key);
    }

    private RawRecord newest(KnownFeed feed, AgreementDocument document) {
        List<RawRecord> newest = recent(feed, document, 1);
        return newest.isEmpty() ? null : newest.get(newest.size() - 1);
    }

    private List<RawRecord> recent(KnownFeed feed, AgreementDocument document, int atMost) {
        if (atMost == 0 || !access.to(feed.id())) {
            return List.of();
        }
        List<RawRecord> recent = records.of(feed.id(), atMost);
        LOG.infof(
                "Raw records were replayed before signing; by=%s feed=%s agreement=%s records=%d",
                access.name(), feed.id(), document.uid(), recent.size());
        return recent;
    }

    /** The feed that was meant: the one asked for, the one named, or the first of all that the text covers. */
    private KnownFeed feed(AgreementDocument document, FeedId asked) {
        FeedId named = document.target() == null ? null : document.target().feed();
        FeedId feed = asked == null ? named : asked;
        if (feed != null) {
            return feeds.find(feed)
                    .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_FEED, "The feed " + feed + " is not registered."));
        }
        return feeds.of(document.assigner()).stream()
                .filter(each -> document.covers(each.id()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.MISSING_FIELD,
                        "The text covers no registered feed; say with feed which one is meant."));
    }
}
