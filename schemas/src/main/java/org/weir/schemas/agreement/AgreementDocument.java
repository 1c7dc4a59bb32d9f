package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/**
 * An agreement as its parties wrote it; {@code agreement.schema.json} is its form.
 *
 * @param uid the agreement, through all its versions
 * @param version counts from 1
 * @param profile the vocabulary it is written in; only {@link #PROFILE} is known
 * @param title its name for people
 * @param assigner the agency whose data it is
 * @param assignee who receives it
 * @param authority the law or decision that allows it, as a citation
 * @param purpose what the data may be used for: an id in the purpose tree
 * @param target what is shared
 * @param obligations what is done to each record on the way, in this order
 * @param effectiveFrom from when; null for at once
 * @param expires until when; null for until revoked
 * @param retentionDays how many days the recipient may keep it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementDocument(
        AgreementId uid,
        int version,
        String profile,
        String title,
        AgencyId assigner,
        RecipientId assignee,
        String authority,
        String purpose,
        Target target,
        List<Obligation> obligations,
        Instant effectiveFrom,
        Instant expires,
        int retentionDays) {
    public static final String PROFILE = "https://weir.dev/profile/1";

    public AgreementDocument {
        obligations = obligations == null ? List.of() : List.copyOf(obligations);
    }

    /**
     * What is shared.
     *
     * @param feed the feed
     * @param contractVersion the version of its contract that the parties read
     * @param fields the fields that may flow, by path; nothing else does
     */
    public record Target(FeedId feed, String contractVersion, List<String> fields) {
        public Target {
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /**
     * What is done to a field of each record.
     *
     * @param action the obligation's name, e.g. {@code pseudonymise}
     * @param field the path of the field
     */
    public record Obligation(String action, String field) {
        public static final String PSEUDONYMISE = "pseudonymise";
    }
}
