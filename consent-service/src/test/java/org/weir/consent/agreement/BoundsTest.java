package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weir.consent.agreement.narrow.Bounds;
import org.weir.consent.agreement.rule.Finding;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** A text is held against what both parties of another signed, also where that waits for its first second. */
class BoundsTest {
    private static final Instant LATER = Course.START.plus(Duration.ofDays(10));
    private static final AgreementDocument PARENT =
            Texts.with(Texts.DOCUMENT, a -> a.put("uid", "parent").put("tier", "DSA"));
    private static final AgreementDocument CHILD =
            Texts.with(Texts.DOCUMENT, a -> a.put("uid", "child").put("inheritFrom", "parent"));

    @Test
    void holds_aChild_againstAnAmendmentOfItsParent_thatIsSignedAndWaits() {
        // Given
        Course parent = new Course();
        parent.active(PARENT);
        assertThat(Bounds.above(parent.agreement(), CHILD)).isEmpty();

        // When
        amend(parent, narrower(PARENT));

        // Then
        assertThat(parent.agreement().document()).isEqualTo(PARENT);
        assertThat(Bounds.above(parent.agreement(), CHILD))
                .extracting(Finding::clause)
                .containsExactly("retentionDays");
        assertThat(Bounds.above(parent.agreement(), shorter(CHILD)))
                .as("until the amendment begins, the version before bounds it")
                .isEmpty();
    }

    @Test
    void holds_aParentsText_againstAnAmendmentBelow_thatIsSignedAndWaits() {
        // Given
        Course child = new Course();
        child.active(shorter(CHILD));
        AgreementDocument text = narrower(PARENT);
        assertThat(Bounds.below(text, child.agreement())).isEmpty();

        // When
        amend(child, later(Texts.next(CHILD)));

        // Then
        assertThat(Bounds.below(text, child.agreement()))
                .extracting(Finding::clause)
                .containsExactly("retentionDays");
    }

    @Test
    void leaves_outOfAccount_whatIsOnlyTalkedAbout() {
        // Given
        Course parent = new Course();
        parent.active(PARENT);
        Course draft = new Course();
        draft.agency(new NegotiationCommand.Draft(CHILD));

        // When
        parent.agency(new NegotiationCommand.Amend(narrower(PARENT)));

        // Then
        assertThat(Bounds.above(parent.agreement(), CHILD)).isEmpty();
        assertThat(Bounds.below(narrower(PARENT), draft.agreement())).isEmpty();
    }

    private static void amend(Course course, AgreementDocument next) {
        course.agency(new NegotiationCommand.Amend(next));
        course.agreed();
        course.after(Duration.ZERO);
        assertThat(course.agreement().proposed().state()).isEqualTo(AgreementState.FINALIZED);
    }

    private static AgreementDocument narrower(AgreementDocument parent) {
        return later(shorter(Texts.next(parent)));
    }

    private static AgreementDocument later(AgreementDocument document) {
        return Texts.with(document, (ObjectNode a) -> a.put("effectiveFrom", LATER.toString()));
    }

    private static AgreementDocument shorter(AgreementDocument document) {
        return Texts.with(document, (ObjectNode a) -> a.put("retentionDays", 1));
    }
}
