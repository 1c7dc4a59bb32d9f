package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Nothing that every agreement says is left out. */
final class IsComplete implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String missing = missing(a);
        return missing == null
                ? Optional.empty()
                : Optional.of(new Refusal(ErrorCode.MISSING_FIELD, "The agreement does not say its " + missing + "."));
    }

    private static String missing(AgreementDocument a) {
        if (a.uid() == null) {
            return "uid";
        }
        if (a.version() < 1) {
            return "version (counted from 1)";
        }
        if (a.profile() == null) {
            return "profile";
        }
        if (blank(a.title())) {
            return "title";
        }
        if (a.assigner() == null) {
            return "assigner";
        }
        if (a.assignee() == null) {
            return "assignee";
        }
        if (blank(a.authority())) {
            return "authority";
        }
        if (blank(a.purpose())) {
            return "purpose";
        }
        if (a.target() == null || a.target().feed() == null) {
            return "target.feed";
        }
        if (a.target().contractVersion() == null) {
            return "target.contractVersion";
        }
        return a.retentionDays() < 1 ? "retentionDays (at least 1)" : null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
