package org.weir.consent.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;

/** What somebody who reads a preview must know to read it rightly. */
final class Notes {
    private Notes() {}

    static List<String> of(AgreementDocument document, KnownFeed feed, Instant now, boolean mayReplay) {
        List<String> notes = new ArrayList<>();
        notes.add("Told as if both parties had signed.");
        if (!mayReplay) {
            notes.add("Records are replayed for the agency whose data it is; this is the form alone.");
        }
        if (!document.runs()) {
            notes.add("Nothing flows under this agreement by itself; it bounds what licences under it may say.");
        }
        if (!Drafts.moment(document, now).equals(now)) {
            notes.add("Told as of the agreement's first second, "
                    + Wording.of(feed).date(document.effectiveFrom()) + ".");
        }
        if (document.obligations().stream().anyMatch(Notes::isKeyed)) {
            notes.add("Pseudonyms are made here with a key of this answer alone: others than those that will flow,"
                    + " so that nobody can look one up.");
        }
        document.obligations().forEach(each -> {
            if (each.action().equals("delay")) {
                notes.add("Each record would flow only after the delay that is agreed; here it is told at once.");
            } else if (each.action().equals("limitUse")) {
                notes.add("The cap is counted from the first of these records on, as if nothing had flowed before.");
            }
        });
        return List.copyOf(notes);
    }

    private static boolean isKeyed(Obligation obligation) {
        return switch (obligation.action()) {
            case Obligation.PSEUDONYMISE, "rotateId", "sample" -> true;
            default -> false;
        };
    }
}
