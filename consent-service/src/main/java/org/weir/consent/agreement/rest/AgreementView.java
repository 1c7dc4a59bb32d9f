package org.weir.consent.agreement.rest;

import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Comment;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Signature;
import org.weir.consent.agreement.TimeInState;
import org.weir.consent.agreement.Version;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.review.Ballot;
import org.weir.consent.review.Minute;
import org.weir.consent.review.Review;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;

/**
 * An agreement as people see it.
 *
 * @param document the version that counts
 * @param hash its content hash: what is signed
 * @param endedAs in which state sharing ended, or null
 * @param proposed the amendment that is talked about, or null
 * @param lastMoveBy whose text is talked about; null where nobody knows any more
 * @param deadline until when the next move must come, or null
 * @param plainLanguage the same in short sentences
 * @param signatures of the version that counts and of the amendment; the hash says of which
 * @param declaredBy the first officer of an emergency, or null
 * @param receipts of its changes, oldest first; only where one agreement is asked for
 * @param commands what the caller may do now
 */
public record AgreementView(
        AgreementDocument document,
        String hash,
        AgreementState state,
        AgreementState endedAs,
        long epoch,
        Instant changedAt,
        String changedBy,
        Proposed proposed,
        Side lastMoveBy,
        Instant deadline,
        List<String> plainLanguage,
        List<TimeInState> timeInState,
        List<Agreement.Change> history,
        List<Signature> signatures,
        Board review,
        List<Comment> comments,
        Destruction destruction,
        String declaredBy,
        List<SignedReceipt> receipts,
        List<String> commands) {
    /** An amendment that is talked about. */
    public record Proposed(AgreementDocument document, String hash, AgreementState state, Instant since) {
        static Proposed of(Version version) {
            return version == null
                    ? null
                    : new Proposed(
                            version.document(), ContentHash.of(version.document()), version.state(), version.since());
        }
    }

    /** What the board does. */
    public record Board(
            String board,
            String boardName,
            int members,
            int quorum,
            List<Ballot> votes,
            List<Minute> minutes,
            Instant decideBy) {
        static Board of(Review review) {
            return review == null
                    ? null
                    : new Board(
                            review.board().id(),
                            review.board().name(),
                            review.board().members().size(),
                            review.board().quorum(),
                            review.ballots(),
                            review.minutes(),
                            review.decideBy());
        }
    }

    /** What came of what was shared. */
    public record Destruction(
            Instant due, Instant topicDeletedAt, DestructionCertificate certificate, boolean overdue) {
        static Destruction of(Agreement agreement, Instant now) {
            return agreement.ending() == null || agreement.ending().destroyBy() == null
                    ? null
                    : new Destruction(
                            agreement.ending().destroyBy(),
                            agreement.ending().topicDeletedAt(),
                            agreement.ending().certificate(),
                            agreement.ending().overdue(now));
        }
    }
}
