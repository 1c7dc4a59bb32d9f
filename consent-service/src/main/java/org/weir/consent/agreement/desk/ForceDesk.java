package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.DestructionCommand;
import org.weir.consent.agreement.EndCommand;
import org.weir.consent.agreement.ExceptionCommand;
import org.weir.consent.agreement.ForceCommand;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.Side;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.id.AgreementId;

/**
 * Takes commands on agreements in force. Each goes the same way: the change is kept, the topics hold it, every enforcer
 * works by it or is locked out, and then there is a signed receipt.
 */
@ApplicationScoped
public class ForceDesk {
    private final AgreementDesk desk;
    private final TextCheck texts;
    private final Preparation preparation;
    private final Receipts receipts;
    private final AfterTheEnd afterTheEnd;
    private final RestingFamilies families;

    ForceDesk(
            AgreementDesk desk,
            TextCheck texts,
            Preparation preparation,
            Receipts receipts,
            AfterTheEnd afterTheEnd,
            RestingFamilies families) {
        this.desk = desk;
        this.texts = texts;
        this.preparation = preparation;
        this.receipts = receipts;
        this.afterTheEnd = afterTheEnd;
        this.families = families;
    }

    /** What inherits from it rests with it, and has its receipt before this one is there. */
    public SignedReceipt suspend(Caller caller, AgreementId id, String reason) {
        Agreement resting = desk.move(caller, id, Move.SUSPEND, a -> new ForceCommand.Suspend(reason));
        families.confirm(id);
        return receipts.of(resting);
    }

    /** What rests only because this one does goes on with it; its receipts come later. */
    public SignedReceipt resume(Caller caller, AgreementId id) {
        Agreement goesOn = desk.move(caller, id, Move.RESUME, a -> {
            families.inStep(a);
            return new ForceCommand.Resume();
        });
        families.beat();
        return receipts.of(goesOn);
    }

    public SignedReceipt revoke(Caller caller, AgreementId id, String reason) {
        return ended(desk.move(caller, id, Move.REVOKE, a -> new EndCommand.Revoke(reason)));
    }

    public SignedReceipt withdraw(Caller caller, AgreementId id, String reason) {
        return ended(desk.move(caller, id, Move.WITHDRAW, a -> new EndCommand.Withdraw(reason)));
    }

    public SignedReceipt terminate(Caller caller, AgreementId id, String reason) {
        return ended(desk.move(caller, id, Move.TERMINATE, a -> new EndCommand.Terminate(reason)));
    }

    /** Ends what a law forbids now. Its receipt is not waited for, so that whoever ends many ends them all first. */
    public Agreement endWith(Caller caller, AgreementId id, String reason) {
        return endWith(id, reason, desk.act(caller, null));
    }

    /** The same by the clock, where whoever should have ended it did not come to it. */
    public Agreement endWith(AgreementId id, String reason) {
        return endWith(id, reason, desk.actOfClock());
    }

    private Agreement endWith(AgreementId id, String reason, Act act) {
        Agreement agreement = desk.change(id, new EndCommand.EndWith(reason), act);
        afterTheEnd.wake();
        return agreement;
    }

    /** The receipt of an agreement's end, whatever has followed it since. */
    public SignedReceipt receiptOfTheEnd(Agreement agreement) {
        return receipts.of(agreement, agreement.ending().epoch());
    }

    /**
     * The next key is in the keystore before any enforcer is told to use it. As long as the receipt of a rotation is
     * pending, whoever asks gets that one and no other rotation.
     */
    public SignedReceipt rotateKeys(Caller caller, AgreementId id) {
        Agreement rotated = desk.move(caller, id, Move.ROTATE_KEYS, agreement -> {
            boolean pending = agreement.rotatedIn() > 0 && !receipts.issued(agreement.rotatedIn());
            int to = pending ? agreement.keyEpoch() : agreement.keyEpoch() + 1;
            AgreementCommand command = new ForceCommand.RotateKeys(to);
            // Nothing is made ready for a command that would be refused.
            command.decide(agreement, desk.act(caller, caller.sideOf(agreement.document())));
            if (!pending) {
                preparation.nextKey(agreement.document(), to);
            }
            return command;
        });
        return receipts.of(rotated, rotated.rotatedIn());
    }

    /**
     * Takes an officer's word that the recipient holds nothing more.
     *
     * @param destroyed how many were destroyed, by store
     * @param note in the officer's words; may be blank
     */
    public Agreement certify(Caller caller, AgreementId id, Map<String, Long> destroyed, String note) {
        return desk.move(
                caller,
                id,
                Move.CERTIFY,
                agreement -> new DestructionCommand.Certify(new DestructionCertificate(
                        id,
                        agreement.document().assignee(),
                        agreement.epoch(),
                        new TreeMap<>(destroyed),
                        note == null || note.isBlank() ? caller.subject() : caller.subject() + ": " + note,
                        desk.now())));
    }

    /** Takes a certificate that a recipient's own service sent. */
    public Agreement certify(DestructionCertificate certificate) {
        Act act = new Act(
                desk.now(),
                certificate.certifiedBy(),
                Side.ASSIGNEE,
                desk.actOfClock().deadlines());
        return desk.change(certificate.agreement(), new DestructionCommand.Certify(certificate), act);
    }

    public Agreement close(Caller caller, AgreementId id) {
        return desk.move(caller, id, Move.CLOSE, a -> new DestructionCommand.Close());
    }

    public Agreement declareEmergency(Caller caller, AgreementDocument document) {
        texts.requireRules(document);
        return desk.change(
                document.uid(),
                new ExceptionCommand.DeclareEmergency(document),
                desk.act(caller, caller.sideOf(document)));
    }

    /** A second officer's word brings it into force. */
    public Agreement confirmEmergency(Caller caller, AgreementId id) {
        AgreementCommand command = new ExceptionCommand.ConfirmEmergency();
        Agreement inForce = desk.move(caller, id, Move.CONFIRM_EMERGENCY, agreement -> {
            // Nothing is made ready for a command that would be refused.
            command.decide(agreement, desk.act(caller, caller.sideOf(agreement.document())));
            texts.requireRules(agreement.document());
            preparation.inForce(agreement, agreement.document());
            return command;
        });
        receipts.of(inForce);
        return inForce;
    }

    /** Brings a draw into force; whoever calls has asked the rules of presumption, and waits for the receipt. */
    public Agreement draw(Caller caller, AgreementDocument document) {
        texts.requireRules(document);
        AgreementCommand command = new ExceptionCommand.Draw(document);
        Act act = desk.act(caller, caller.sideOf(document));
        command.decide(null, act);
        preparation.first(document);
        return desk.change(document.uid(), command, act);
    }

    /** The receipt of an agreement's last change. */
    public SignedReceipt receipt(Agreement agreement) {
        return receipts.of(agreement);
    }

    private SignedReceipt ended(Agreement agreement) {
        afterTheEnd.wake();
        return receiptOfTheEnd(agreement);
    }
}
