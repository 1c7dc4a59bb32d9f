package org.weir.consent.agreement;

import java.time.Instant;
import java.util.List;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What follows the end. */
public sealed interface DestructionCommand extends AgreementCommand {
    /** The shared topics were deleted to their end: now the recipient must destroy what it took from them. */
    record Demand(Instant topicDeletedAt, Instant destroyBy) implements DestructionCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            boolean due = agreement.ending() != null
                    && agreement.owesDestruction()
                    && agreement.state() == agreement.ending().as();
            return due
                    ? List.of(new DestructionEvent.DestructionDemanded(topicDeletedAt, destroyBy, act.at(), act.by()))
                    : List.of();
        }
    }

    /** The recipient's word, by its officer or from its own service over the topic. */
    record Certify(DestructionCertificate certificate) implements DestructionCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.ending() != null && agreement.ending().certificate() != null) {
                return List.of();
            }
            Move.CERTIFY.require(agreement, act);
            if (!certificate.agreement().equals(agreement.document().uid())
                    || !certificate.recipient().equals(agreement.document().assignee())) {
                throw new Refusal(ErrorCode.NOT_ALLOWED, "The certificate is of another agreement or recipient.");
            }
            return List.of(new DestructionEvent.DestructionCertified(certificate, act.at(), act.by()));
        }
    }

    /** Put it away. */
    record Close() implements DestructionCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.state() == AgreementState.CLOSED) {
                return List.of();
            }
            Move.CLOSE.require(agreement, act);
            return List.of(new DestructionEvent.Closed(act.at(), act.by()));
        }
    }
}
