package org.weir.consent.agreement.rule;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Data that a law protects are shared under a provision of that law, cited. A city's general power to share is not
 * enough for them.
 */
final class AuthorityNamesTheLaw implements DocumentRule {
    private static final String UNPROTECTED = "none";
    private static final String CFR = "\\s*C\\.?\\s?F\\.?\\s?R\\.?\\s*(Parts?|§+)?\\s*";

    /** How a citation of each law is known. */
    private static final Map<String, Pattern> LAWS = Map.of(
            "hipaa", pattern("HIPAA|45" + CFR + "16[0-4]\\b"),
            "ferpa", pattern("FERPA|34" + CFR + "99\\b|20\\s*U\\.?S\\.?C\\.?\\s*§*\\s*1232g"),
            "42-cfr-2", pattern("42" + CFR + "2\\b"),
            "cjis", pattern("CJIS|28" + CFR + "20\\b"));

    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String law = a.grounds() == null ? null : a.grounds().confidentiality();
        if (law == null || law.equals(UNPROTECTED)) {
            return Optional.empty();
        }
        Pattern cited = LAWS.get(law);
        if (cited == null) {
            return Optional.of(new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "There is no class of confidentiality " + law + "; known are none, hipaa, ferpa, 42-cfr-2, cjis."));
        }
        return cited.matcher(a.authority()).find()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_GROUNDS,
                        "The data are protected by " + law + ", which the authority “" + a.authority()
                                + "” does not cite."));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
