package org.weir.consent.presumption;

import java.time.Instant;
import java.util.List;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/**
 * What a member asks for.
 *
 * @param agreement the id that the agreement gets
 * @param member who asks
 * @param feed on which feed it draws
 * @param contractVersion the version of the feed's contract that it read
 * @param fields what it asks for
 * @param purpose what for
 * @param obligations what is done to each record on the way; may be absent
 * @param retentionDays how long it keeps a record
 * @param expires until when; null for until it ends otherwise
 * @param title for people; may be absent
 */
public record Draw(
        AgreementId agreement,
        RecipientId member,
        FeedId feed,
        String contractVersion,
        List<String> fields,
        String purpose,
        List<Obligation> obligations,
        int retentionDays,
        Instant expires,
        String title) {
    public Draw {
        fields = fields == null ? List.of() : List.copyOf(fields);
        obligations = obligations == null ? List.of() : List.copyOf(obligations);
    }

    /** The agreement by which it is drawn: the jurisdiction's law is its authority and stands for the agency's word. */
    public AgreementDocument under(Jurisdiction jurisdiction) {
        return new AgreementDocument(
                agreement,
                1,
                AgreementDocument.PROFILE,
                Tier.DUL,
                null,
                null,
                title == null ? feed + " for " + member + ", presumed in " + jurisdiction.name() : title,
                feed.agency(),
                member,
                null,
                null,
                jurisdiction.citation(),
                null,
                purpose,
                null,
                null,
                new Target(feed, contractVersion, fields),
                obligations,
                null,
                expires,
                retentionDays,
                null,
                null,
                jurisdiction.id());
    }
}
