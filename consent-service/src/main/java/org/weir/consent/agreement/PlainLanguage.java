package org.weir.consent.agreement;

import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.WholeAgreement;
import org.weir.schemas.agreement.AgreementDocument;

/** Says an agreement in short sentences that a resident can read. */
public final class PlainLanguage {
    private PlainLanguage() {}

    /**
     * Who shares what with whom, what is left out and changed on the way, what for, on which authority, until when.
     *
     * @param feed the agreement's feed, or null where it is not registered any more, or every feed is meant
     */
    public static List<String> of(AgreementDocument a, KnownFeed feed) {
        return WholeAgreement.sentences(a, feed);
    }
}
