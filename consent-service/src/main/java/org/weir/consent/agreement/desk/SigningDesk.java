package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Signature;
import org.weir.consent.agreement.SigningCommand;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.Version;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.party.PartySigner;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Takes signatures. Where the second one comes after the agreement's first second, it is in force with the answer. */
@ApplicationScoped
public class SigningDesk {
    private final AgreementDesk desk;
    private final TextCheck texts;
    private final PartySigner signer;
    private final DueChanges due;
    private final Receipts receipts;

    SigningDesk(AgreementDesk desk, TextCheck texts, PartySigner signer, DueChanges due, Receipts receipts) {
        this.desk = desk;
        this.texts = texts;
        this.signer = signer;
        this.due = due;
        this.receipts = receipts;
    }

    /**
     * Signs for the caller's party.
     *
     * @param keyId of a signature made outside, or null to sign with the key that is kept here
     * @param signature base64, or null likewise
     */
    public Agreement sign(Caller caller, AgreementId id, String keyId, String signature) {
        Agreement signed = desk.move(caller, id, Move.SIGN, a -> command(caller, a, keyId, signature));
        Agreement now = due.bring(signed);
        if (now.epoch() != signed.epoch()) {
            confirm(now);
        }
        return now;
    }

    private AgreementCommand command(Caller caller, Agreement agreement, String keyId, String signature) {
        Version version = agreement.negotiated();
        Side side = caller.sideOf(version.document());
        // Who signs again, because the answer got lost, is given the same answer.
        if (side == null || version.signature(side).isEmpty()) {
            requireTurn(caller, agreement);
            texts.requireSignable(version.document());
        }
        return new SigningCommand.Sign(version.document(), signature(caller, side, version, keyId, signature));
    }

    private Signature signature(Caller caller, Side side, Version version, String keyId, String signature) {
        AgreementDocument document = version.document();
        String party = side == Side.ASSIGNER
                ? document.assigner().value()
                : document.assignee().value();
        String hash = ContentHash.of(document);
        return keyId == null
                ? signer.inCustody(side, party, hash, caller.subject())
                : signer.verified(side, party, hash, keyId, signature, caller.subject());
    }

    private static void requireTurn(Caller caller, Agreement agreement) {
        new Standing(caller).objection(Move.SIGN, agreement).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Where an enforcer does not confirm in time the agreement is in force all the same, and its receipt comes later. */
    private void confirm(Agreement inForce) {
        try {
            receipts.of(inForce);
        } catch (Refusal refusal) {
            if (refusal.error() != ErrorCode.RECEIPT_PENDING) {
                throw refusal;
            }
        }
    }
}
