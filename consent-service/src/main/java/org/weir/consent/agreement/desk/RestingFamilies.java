package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.ForceCommand;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Lets what inherits from an agreement rest as long as that rests, and go on with it, however deep. Looks at what is so,
 * not at the command that made it so, and comes again at each beat: what a crash left between a parent and its children
 * is put right.
 */
@ApplicationScoped
public class RestingFamilies implements Beat {
    private static final Logger LOG = Logger.getLogger(RestingFamilies.class);

    /** A child is of a later tier than its parent, so that no family has more generations below its first. */
    private static final int GENERATIONS = Tier.values().length - 1;

    private final AgreementStore store;
    private final AgreementDesk desk;
    private final Receipts receipts;
    private final LaterReceipts later;

    RestingFamilies(AgreementStore store, AgreementDesk desk, Receipts receipts, LaterReceipts later) {
        this.store = store;
        this.desk = desk;
        this.receipts = receipts;
        this.later = later;
    }

    @Override
    public void beat() {
        for (int generation = 0; generation < GENERATIONS; generation++) {
            List<AgreementId> outOfStep = store.outOfStepWithParent();
            if (outOfStep.isEmpty()) {
                return;
            }
            outOfStep.forEach(this::attempt);
        }
    }

    /**
     * Waits until all that is under an agreement rests with it, with receipts: the parent's own must not be there before.
     *
     * @throws Refusal where something below does not rest for certain yet; asking again is safe
     */
    void confirm(AgreementId parent) {
        beat();
        for (Agreement child : below(parent)) {
            if (!child.rest().withParent()) {
                throw new Refusal(
                        ErrorCode.RECEIPT_PENDING,
                        child.document().uid() + ", which inherits from " + parent + ", does not rest yet.");
            }
            // What has not begun shares nothing: there is nothing to give a receipt for.
            if (child.state() == AgreementState.SUSPENDED) {
                receipts.of(child);
            }
        }
    }

    /** The agreement in step with its parent: for a move that must not be made while that rests. */
    Agreement inStep(Agreement child) {
        AgreementId above = child.document().inheritFrom();
        boolean rests =
                above != null && store.find(above).filter(Agreement::rests).isPresent();
        return rests
                ? desk.change(child.document().uid(), new ForceCommand.RestWithParent(), desk.actOfClock())
                : child;
    }

    private void attempt(AgreementId id) {
        try {
            Agreement before = desk.required(id);
            AgreementId above = before.document().inheritFrom();
            ForceCommand command = desk.required(above).rests()
                    ? new ForceCommand.RestWithParent()
                    : new ForceCommand.GoOnWithParent();
            Agreement after = desk.change(id, command, desk.actOfClock());
            if (after.epoch() != before.epoch()) {
                later.issue(after);
            }
        } catch (RuntimeException e) {
            // What one agreement fails at must not hold up the others.
            LOG.warnf("An agreement is not in step with its parent yet; agreement=%s: %s", id, e.getMessage());
        }
    }

    /** What inherits from it, directly or not, and is signed and not ended. */
    private List<Agreement> below(AgreementId parent) {
        List<Agreement> all = new ArrayList<>();
        for (AgreementId id : store.childrenOf(parent)) {
            Agreement child = desk.required(id);
            if (Move.TERMINATE.states().contains(child.state())) {
                all.add(child);
                all.addAll(below(id));
            }
        }
        return all;
    }
}
