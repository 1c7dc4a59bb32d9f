package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementState;

/** What happens between agreement in words and an agreement that binds. */
public sealed interface SigningEvent extends AgreementEvent {
    /** A party signed: the recipient first, then the agency. */
    record Signed(Signature signature, Instant deadline, Instant at, String by) implements SigningEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            AgreementState next =
                    signature.party() == Side.ASSIGNEE ? AgreementState.VERIFIED : AgreementState.FINALIZED;
            return before.negotiated(before.negotiated().signed(signature).in(next, at, deadline));
        }

        @Override
        public String what() {
            return "The " + signature.party().word() + " signed it.";
        }
    }
}
