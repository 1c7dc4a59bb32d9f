package org.weir.consent.preview;

import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;

/**
 * Records of a feed with what became of each under a text.
 *
 * @param document the text
 * @param records the records
 * @param outcomes what became of each, in the same order
 */
record Trial(AgreementDocument document, List<RawRecord> records, List<Outcome> outcomes) {
    Trial {
        if (records.size() != outcomes.size()) {
            throw new IllegalArgumentException("Every record has one outcome.");
        }
    }

    static Trial of(AgreementDocument document, KnownFeed feed, List<RawRecord> records, Drafts drafts, Instant now) {
        Instant at = Drafts.moment(document, now);
        Replay replay = new Replay(drafts.plan(document, feed.id(), at), at);
        return new Trial(document, records, replay.all(records));
    }
}
