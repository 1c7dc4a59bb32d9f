package org.weir.consent.agreement;

import java.util.List;
import org.weir.consent.agreement.words.WholeAgreement;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;

/** Says an agreement in short sentences that a resident can read. */
public final class PlainLanguage {
    private PlainLanguage() {}

    /**
     * Who shares what with whom, what is left out and changed on the way, what for, on which authority, until when.
     *
     * @param words what the agreement's feed calls its fields, and where its days begin
     */
    public static List<String> of(AgreementDocument a, Wording words) {
        return WholeAgreement.sentences(a, words);
    }
}
