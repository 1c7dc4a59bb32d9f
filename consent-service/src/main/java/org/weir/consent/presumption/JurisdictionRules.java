package org.weir.consent.presumption;

import org.weir.schemas.feed.Classification;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What a jurisdiction must say before anybody may draw by it. */
public final class JurisdictionRules {
    private JurisdictionRules() {}

    /** @throws Refusal where something is missing */
    public static void check(Jurisdiction of) {
        if (of.id() == null || !of.id().matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")) {
            throw refused("Its id has lower-case letters, digits and inner hyphens.");
        }
        if (isBlank(of.name())) {
            throw refused("It has no name.");
        }
        if (isBlank(of.citation())) {
            throw refused("It cites no law; without one nothing is presumed.");
        }
        if (of.members().isEmpty() || of.agencies().isEmpty()) {
            throw refused("It names its members and its agencies.");
        }
        try {
            Classification.of(of.limit());
        } catch (IllegalArgumentException e) {
            throw refused("Its limit is open, quasi-identifier, sensitive or direct-identifier.");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Refusal refused(String detail) {
        return new Refusal(ErrorCode.BAD_JURISDICTION, detail);
    }
}
