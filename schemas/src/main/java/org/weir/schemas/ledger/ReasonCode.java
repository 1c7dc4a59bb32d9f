package org.weir.schemas.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a record was not shared. A public vocabulary: a code, once published, keeps its meaning. */
public enum ReasonCode {
    NO_AGREEMENT("no-agreement", "No agreement covers this feed."),
    NOT_YET_EFFECTIVE("not-yet-effective", "The agreement's first day has not come."),
    AGREEMENT_EXPIRED("agreement-expired", "The agreement's last day is over."),
    AGREEMENT_REVOKED("agreement-revoked", "The agency revoked the agreement."),
    AGREEMENT_WITHDRAWN("agreement-withdrawn", "The recipient withdrew from the agreement."),
    AGREEMENT_TERMINATED(
            "agreement-terminated",
            "The agreement was ended because it was broken, or because what it stands on ended."),
    AGREEMENT_SUSPENDED("agreement-suspended", "The agreement rests."),
    NOT_IN_FORCE("not-in-force", "The agreement is not in force: not signed by both, refused, or timed out."),
    ACTION_NOT_PERMITTED("action-not-permitted", "The agreement does not let the recipient read, or prohibits it."),
    PURPOSE_NOT_PERMITTED("purpose-not-permitted", "The declared purpose is not among those agreed."),
    OUT_OF_SCOPE("out-of-scope", "The record is not among those that the agreement names."),
    SCOPE_UNKNOWN("scope-unknown", "Whether the record is in scope cannot be told."),
    PROTECTED_ZONE("protected-zone", "The record lies in a protected zone."),
    SAMPLED_OUT("sampled-out", "The record's subject is not in the agreed sample."),
    LIMIT_REACHED("limit-reached", "As many records as agreed have been shared."),
    UNKNOWN_TERM("unknown-term", "The agreement uses a term that this enforcer does not know."),
    KEY_MISSING("key-missing", "The secret key for the agreement's pseudonyms is not in the keystore.");

    private final String code;
    private final String sentence;

    ReasonCode(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    @JsonCreator
    public static ReasonCode of(String code) {
        for (ReasonCode each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown reason code: " + code);
    }
}
