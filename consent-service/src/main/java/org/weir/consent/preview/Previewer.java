package org.weir.consent.preview;

import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;

/** Replays records under texts that are not in force. It reads what it is given and sends nothing anywhere. */
public final class Previewer {
    private final KnownFeed feed;
    private final Drafts drafts;
    private final Instant now;

    public Previewer(KnownFeed feed, Drafts drafts, Instant now) {
        this.feed = feed;
        this.drafts = drafts;
        this.now = now;
    }

    /**
     * What would flow.
     *
     * @param mayReplay whether the records were the asker's to replay; else that is said
     */
    public Preview preview(AgreementDocument document, List<RawRecord> records, boolean mayReplay) {
        return Preview.of(trial(document, records), feed, Notes.of(document, feed, now, mayReplay));
    }

    /** What the second would change. */
    public Effect effect(
            AgreementDocument first, AgreementDocument second, List<RawRecord> records, boolean mayReplay) {
        return Comparison.of(
                trial(first, records), trial(second, records), feed, Notes.of(second, feed, now, mayReplay));
    }

    private Trial trial(AgreementDocument document, List<RawRecord> records) {
        return Trial.of(document, feed, records, drafts, now);
    }
}
