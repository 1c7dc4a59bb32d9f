package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.PlainLanguage;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/**
 * An agreement as people see it.
 *
 * @param plainLanguage the same in short sentences
 * @param receipt of the change that this answers; null where none was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
        AgreementDocument document,
        AgreementState state,
        long epoch,
        Instant changedAt,
        String changedBy,
        List<String> plainLanguage,
        List<Agreement.Change> history,
        SignedReceipt receipt) {

    static AgreementView of(Agreement a, KnownFeed feed, SignedReceipt receipt) {
        return new AgreementView(
                a.document(),
                a.state(),
                a.epoch(),
                a.last().at(),
                a.last().by(),
                PlainLanguage.of(a.document(), feed),
                a.history(),
                receipt);
    }
}
