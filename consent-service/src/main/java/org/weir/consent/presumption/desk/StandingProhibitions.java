package org.weir.consent.presumption.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.Beat;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.presumption.desk.ProhibitedDraws.Forbidden;
import org.weir.consent.presumption.store.PresumptionStore;

/** Ends what a prohibition that holds forbids, where the process that took the prohibition in did not come to it. */
@ApplicationScoped
public class StandingProhibitions implements Beat {
    private static final Logger LOG = Logger.getLogger(StandingProhibitions.class);

    private final PresumptionStore store;
    private final AgreementDesk agreements;
    private final ForceDesk force;

    StandingProhibitions(PresumptionStore store, AgreementDesk agreements, ForceDesk force) {
        this.store = store;
        this.agreements = agreements;
        this.force = force;
    }

    @Override
    public void beat() {
        List<WrittenProhibition> filed = store.prohibitions();
        if (filed.isEmpty()) {
            return;
        }
        for (Forbidden each : ProhibitedDraws.of(agreements.all(), filed)) {
            try {
                force.endWith(each.agreement(), each.because());
            } catch (RuntimeException e) {
                // What one fails at must not hold up the others.
                LOG.warnf("A draw that is forbidden goes on; agreement=%s: %s", each.agreement(), e.getMessage());
            }
        }
    }
}
