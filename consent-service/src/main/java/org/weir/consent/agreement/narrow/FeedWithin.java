package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;

/** Its feed is the same, or one of the feeds meant by every feed of the agency. */
final class FeedWithin implements Clause {
    @Override
    public String term() {
        return "target.feed";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        if (parent.target() == null || child.target() == null) {
            return Optional.empty();
        }
        FeedId above = parent.target().feed();
        FeedId below = child.target().feed();
        boolean within = above == null
                ? below == null
                        || below.agency().equals(parent.assigner())
                                && !parent.target().except().contains(below)
                : above.equals(below);
        return within ? Optional.empty() : Clause.wider(feed(parent), feed(child));
    }

    private static String feed(AgreementDocument a) {
        if (a.target().feed() != null) {
            return a.target().feed().value();
        }
        return "every feed of " + a.assigner()
                + (a.target().except().isEmpty()
                        ? ""
                        : " but " + Words.of(a.target().except()));
    }
}
