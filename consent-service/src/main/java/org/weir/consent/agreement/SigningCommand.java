package org.weir.consent.agreement;

import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What binds a party. */
public sealed interface SigningCommand extends AgreementCommand {
    /**
     * Sign. Whoever gives this command has verified the signature against the party's key and the text's content hash.
     *
     * @param read the text that is signed; another one that came meanwhile is not
     */
    record Sign(AgreementDocument read, Signature signature) implements SigningCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.negotiated().signatures().stream().anyMatch(this::same)) {
                return List.of();
            }
            Move.SIGN.require(agreement, act);
            Text.requireRead(agreement.negotiated(), read);
            requireTime(agreement.negotiated().document(), act.at());
            requireOneHash(agreement.negotiated());
            if (signature.party() != act.side()) {
                throw new Refusal(ErrorCode.SIGNATURE_INVALID, "The signature is not of the party that signs.");
            }
            Instant deadline =
                    act.side() == Side.ASSIGNEE ? act.at().plus(act.deadlines().signature()) : null;
            return List.of(new SigningEvent.Signed(signature, deadline, act.at(), act.by()));
        }

        private boolean same(Signature other) {
            return other.party() == signature.party()
                    && other.keyId().equals(signature.keyId())
                    && other.signature().equals(signature.signature());
        }

        private static void requireTime(AgreementDocument document, Instant now) {
            if (document.expires() != null && !now.isBefore(document.expires())) {
                throw new Refusal(
                        ErrorCode.AGREEMENT_DATES,
                        "The agreement ends " + Wording.day(document.expires()) + ", which is past.");
            }
        }

        /** Both sign the same bytes, or there is no agreement. */
        private void requireOneHash(Version version) {
            boolean another = version.state() == AgreementState.VERIFIED
                    && !version.signatures().get(0).hash().equals(signature.hash());
            if (another) {
                throw new Refusal(ErrorCode.SIGNATURE_INVALID, "The other party signed another text.");
            }
        }
    }
}
