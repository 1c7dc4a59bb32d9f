package org.weir.consent.agreement.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Grounds;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Texts are as long as {@code agreement.schema.json} lets them be: an agreement is to be read, and to fit a topic. */
final class TextsAreShort implements DocumentRule {
    private static final int TITLE = 200;
    private static final int CITATION = 500;
    private static final int ANSWER = 4000;
    private static final int PREDICATE = 2000;
    private static final int RETENTION_DAYS = 3650;

    private record Text(String term, String value, int most) {}

    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        if (a.retentionDays() > RETENTION_DAYS) {
            return Optional.of(new Refusal(
                    ErrorCode.AGREEMENT_UNREADABLE, "retentionDays is more than " + RETENTION_DAYS + ", ten years."));
        }
        return texts(a).filter(t -> t.value() != null && t.value().length() > t.most())
                .findFirst()
                .map(t -> new Refusal(
                        ErrorCode.AGREEMENT_UNREADABLE, t.term() + " is longer than " + t.most() + " characters."));
    }

    private static Stream<Text> texts(AgreementDocument a) {
        Grounds g = a.grounds() == null ? new Grounds(null, null, null, null, null, null) : a.grounds();
        String where = a.target() == null || a.target().refinement() == null
                ? null
                : a.target().refinement().where();
        return Stream.of(
                new Text("title", a.title(), TITLE),
                new Text("authority", a.authority(), CITATION),
                new Text("grounds.prohibition", g.prohibition(), CITATION),
                new Text("grounds.benefit", g.benefit(), ANSWER),
                new Text("grounds.risk", g.risk(), ANSWER),
                new Text("grounds.decision", g.decision(), ANSWER),
                new Text("grounds.alternatives", g.alternatives(), ANSWER),
                new Text("target.refinement.where", where, PREDICATE),
                new Text(
                        "emergency.declaration",
                        a.emergency() == null ? null : a.emergency().declaration(),
                        CITATION));
    }
}
