package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agenda;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.ClockCommand;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.schemas.id.AgreementId;

/** Brings agreements into force and ends them at their second, lets votes decide, reminds, and gives up what nobody answered. */
@ApplicationScoped
public class DueChanges implements Beat {
    private static final Logger LOG = Logger.getLogger(DueChanges.class);

    private final AgreementStore store;
    private final AgreementDesk desk;
    private final Preparation preparation;
    private final LaterReceipts receipts;
    private final RestingFamilies families;

    DueChanges(
            AgreementStore store,
            AgreementDesk desk,
            Preparation preparation,
            LaterReceipts receipts,
            RestingFamilies families) {
        this.store = store;
        this.desk = desk;
        this.preparation = preparation;
        this.receipts = receipts;
        this.families = families;
    }

    @Override
    public void beat() {
        for (AgreementId each : store.due(desk.now())) {
            try {
                Agreement before = desk.required(each);
                Agreement after = bring(before);
                if (after.epoch() != before.epoch()) {
                    receipts.issue(after);
                }
            } catch (RuntimeException e) {
                // One agreement that cannot go on must not hold up the others.
                LOG.warnf("What is due waits; agreement=%s: %s", each, e.getMessage());
            }
        }
    }

    /** Does what is due of one agreement; what its records need is there before an enforcer hears of it. */
    public Agreement bring(Agreement agreement) {
        // Nothing begins under a parent that came to rest a moment ago.
        Agreement now = families.inStep(agreement);
        for (Optional<ClockCommand> due = Agenda.due(now, desk.now());
                due.isPresent();
                due = Agenda.due(now, desk.now())) {
            Agreement before = now;
            Agenda.takesEffect(now, desk.now()).ifPresent(version -> preparation.inForce(before, version.document()));
            now = desk.change(now.document().uid(), due.get(), desk.actOfClock());
        }
        return now;
    }
}
