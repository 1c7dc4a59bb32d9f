package org.weir.schemas.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a record was not shared. A public vocabulary: a code, once published, keeps its meaning. */
public enum ReasonCode {
    NO_AGREEMENT("no-agreement", "No agreement covers this feed."),
    NOT_YET_EFFECTIVE("not-yet-effective", "The agreement's first day has not come."),
    AGREEMENT_EXPIRED("agreement-expired", "The agreement's last day is over."),
    AGREEMENT_REVOKED("agreement-revoked", "The agency revoked the agreement."),
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
