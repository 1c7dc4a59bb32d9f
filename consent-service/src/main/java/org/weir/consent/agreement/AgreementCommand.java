package org.weir.consent.agreement;

import org.weir.schemas.agreement.AgreementDocument;

/** What somebody wants done to an agreement. */
public sealed interface AgreementCommand {
    /** Who expires agreements. */
    String CLOCK = "clock";

    /** Write a new draft. */
    record Draft(AgreementDocument document) implements AgreementCommand {}

    /** Write an existing draft anew. */
    record Redraft(AgreementDocument document) implements AgreementCommand {}

    /** Bring it into force. */
    record Activate() implements AgreementCommand {}

    /** End it because its time is over. */
    record Expire() implements AgreementCommand {}

    /** End it because the agency says so. */
    record Revoke(String reason) implements AgreementCommand {}
}
