package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/**
 * An agreement as its parties wrote it; {@code agreement.schema.json} is its form. What is signed is this, and this is
 * what runs.
 *
 * @param uid the agreement, through all its versions
 * @param version counts from 1
 * @param profile the vocabulary it is written in; only {@link #PROFILE} is known
 * @param tier how far it goes; absent means a licence
 * @param inheritFrom the agreement that it narrows, or null
 * @param supersedes the version that it takes the place of, or null
 * @param title its name for people
 * @param assigner the agency whose data it is
 * @param assignee who receives it
 * @param honestBroker who holds the raw data in between, or null
 * @param reviewBoard the board that must approve, by its id, or null
 * @param authority the law or decision that allows it, as a citation
 * @param grounds why it is legal, ethical and a good idea; or null
 * @param purpose what the data may be used for: an id in the purpose tree
 * @param actions what the recipient may do; absent means read alone
 * @param prohibitions what it must not do; a prohibition wins over an action
 * @param target what is shared; null for an agreement that nothing flows under by itself
 * @param obligations what is done to each record on the way, in this order
 * @param effectiveFrom from when; null for at once
 * @param expires until when; null for until revoked
 * @param retentionDays how many days the recipient may keep it
 * @param service what the agency promises of the feed, or null
 * @param emergency the declaration under which it runs without the usual course, or null
 * @param presumption the jurisdiction whose law presumes sharing and stands for the agency's signature, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementDocument(
        AgreementId uid,
        int version,
        String profile,
        Tier tier,
        AgreementId inheritFrom,
        Integer supersedes,
        String title,
        AgencyId assigner,
        RecipientId assignee,
        String honestBroker,
        String reviewBoard,
        String authority,
        Grounds grounds,
        String purpose,
        List<Action> actions,
        List<Prohibition> prohibitions,
        Target target,
        List<Obligation> obligations,
        Instant effectiveFrom,
        Instant expires,
        int retentionDays,
        ServiceTerms service,
        Emergency emergency,
        String presumption) {
    public static final String PROFILE = "https://weir.dev/profile/1";

    public AgreementDocument {
        tier = tier == null ? Tier.DUL : tier;
        actions = actions == null ? List.of(Action.READ) : List.copyOf(actions);
        prohibitions = prohibitions == null ? List.of() : List.copyOf(prohibitions);
        obligations = obligations == null ? List.of() : List.copyOf(obligations);
    }

    /** A licence for one feed with nothing out of the ordinary. */
    public AgreementDocument(
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
        this(
                uid,
                version,
                profile,
                Tier.DUL,
                null,
                null,
                title,
                assigner,
                assignee,
                null,
                null,
                authority,
                null,
                purpose,
                null,
                null,
                target,
                obligations,
                effectiveFrom,
                expires,
                retentionDays,
                null,
                null,
                null);
    }

    /** The same in everything but what is shared and what is done to it. */
    public AgreementDocument with(Target otherTarget, List<Obligation> otherObligations) {
        return new AgreementDocument(
                uid,
                version,
                profile,
                tier,
                inheritFrom,
                supersedes,
                title,
                assigner,
                assignee,
                honestBroker,
                reviewBoard,
                authority,
                grounds,
                purpose,
                actions,
                prohibitions,
                otherTarget,
                otherObligations,
                effectiveFrom,
                expires,
                retentionDays,
                service,
                emergency,
                presumption);
    }

    /** Whether records flow under it: a licence with a target. The tiers above only bound what licences may say. */
    public boolean runs() {
        return tier == Tier.DUL && target != null;
    }

    /** Whether records of that feed fall under it: the feed named, or every feed of the agency but the exceptions. */
    public boolean covers(FeedId feed) {
        if (!runs()) {
            return false;
        }
        return target.feed() == null
                ? feed.agency().equals(assigner) && !target.except().contains(feed)
                : target.feed().equals(feed);
    }
}
