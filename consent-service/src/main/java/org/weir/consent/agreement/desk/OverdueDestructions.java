package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;
import org.weir.schemas.id.AgreementId;

/** Keeps the alarm of destructions that nobody certified in time: a meter, and a line in the log for each, once. */
final class OverdueDestructions {
    static final String METER = "weir.destruction.overdue";

    private static final Logger LOG = Logger.getLogger(OverdueDestructions.class);

    private final Set<AgreementId> known = new HashSet<>();
    private volatile int now;

    OverdueDestructions(MeterRegistry meters) {
        meters.gauge(METER, this, each -> each.now);
    }

    /**
     * Looks at every agreement whose destruction is due.
     *
     * @return those that it said for the first time
     */
    Set<AgreementId> look(Collection<Agreement> due, Instant at) {
        Set<AgreementId> late = new HashSet<>();
        Set<AgreementId> said = new HashSet<>();
        for (Agreement each : due) {
            AgreementId id = each.document().uid();
            if (each.ending().overdue(at)) {
                late.add(id);
                if (known.add(id)) {
                    said.add(id);
                    LOG.errorf(
                            "A destruction is overdue; agreement=%s recipient=%s since=%s",
                            id, each.document().assignee(), each.ending().destroyBy());
                }
            }
        }
        known.retainAll(late);
        now = late.size();
        return said;
    }
}
