package org.weir.consent.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.review.Review;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/**
 * One version of an agreement and how far it came.
 *
 * @param document its text
 * @param stays where it has stood, oldest first; never empty
 * @param lastMoveBy whose text it is: who drafted, requested or offered last; null where nobody knows any more
 * @param deadline until when the next move must come, or null
 * @param reminders how many there have been before that deadline
 * @param review what its board did, or null
 * @param signatures none, the recipient's, or both
 * @param declaredBy the officer who declared it an emergency, or null
 */
public record Version(
        AgreementDocument document,
        List<Stay> stays,
        Side lastMoveBy,
        Instant deadline,
        int reminders,
        Review review,
        List<Signature> signatures,
        String declaredBy) {
    /** From when on it stood so. */
    public record Stay(AgreementState state, Instant from) {}

    public Version {
        stays = List.copyOf(stays);
        signatures = List.copyOf(signatures);
    }

    /** A first draft. */
    static Version drafted(AgreementDocument document, Side by, Instant at) {
        return new Version(document, List.of(new Stay(AgreementState.DRAFT, at)), by, null, 0, null, List.of(), null);
    }

    public AgreementState state() {
        return last().state();
    }

    /** Since when it stands so. */
    public Instant since() {
        return last().from();
    }

    public Optional<Signature> signature(Side party) {
        return signatures.stream().filter(s -> s.party() == party).findFirst();
    }

    /** When somebody has to be reminded, or null. */
    public Instant nextReminder() {
        return Deadlines.nextReminder(since(), deadline, reminders);
    }

    /** Whether it was in force then, or has been since. */
    boolean wasInForceSince(Instant then) {
        boolean was = stays.stream()
                .anyMatch(s -> s.state() == AgreementState.ACTIVE || s.state() == AgreementState.SUSPENDED);
        return was
                && stays.stream()
                        .noneMatch(s ->
                                s.state() == AgreementState.AMENDED && s.from().isBefore(then));
    }

    /** Moved on; what the state before had its deadline for is done. */
    Version in(AgreementState state, Instant at, Instant deadline) {
        List<Stay> all = new ArrayList<>(stays);
        if (state != state()) {
            all.add(new Stay(state, at));
        }
        return new Version(document, all, lastMoveBy, deadline, 0, review, signatures, declaredBy);
    }

    Version written(AgreementDocument text, Side by) {
        return new Version(text, stays, by, deadline, reminders, review, signatures, declaredBy);
    }

    Version reviewed(Review now) {
        return new Version(document, stays, lastMoveBy, deadline, reminders, now, signatures, declaredBy);
    }

    Version signed(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new Version(document, stays, lastMoveBy, deadline, reminders, review, all, declaredBy);
    }

    Version reminded() {
        return new Version(document, stays, lastMoveBy, deadline, reminders + 1, review, signatures, declaredBy);
    }

    Version declared(String officer) {
        return new Version(document, stays, lastMoveBy, deadline, reminders, review, signatures, officer);
    }

    private Stay last() {
        return stays.get(stays.size() - 1);
    }
}
