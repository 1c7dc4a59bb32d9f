package org.weir.consent.presumption.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.Beat;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.consent.agreement.desk.Seldom;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.presumption.desk.ProhibitedDraws.Forbidden;
import org.weir.consent.presumption.store.PresumptionStore;

/** Ends what a prohibition that holds forbids, where the process that took the prohibition in did not come to it. */
@ApplicationScoped
public class StandingProhibitions implements Beat {
    private static final Logger LOG = Logger.getLogger(StandingProhibitions.class);

    /**
     * Whoever files ends the draws before they are answered, and whoever draws looks for prohibitions. What is left is the
     * work of a process that died: half a minute until another finds it, for one question to the database in that time.
     */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Supplier<List<WrittenProhibition>> filed;
    private final Supplier<List<Agreement>> agreements;
    private final Consumer<Forbidden> end;
    private final LongSupplier nanos;
    private final Seldom looks = new Seldom(EVERY);

    @Inject
    StandingProhibitions(PresumptionStore store, AgreementDesk agreements, ForceDesk force) {
        this(
                store::prohibitions,
                agreements::all,
                each -> force.endWith(each.agreement(), each.because()),
                System::nanoTime);
    }

    StandingProhibitions(
            Supplier<List<WrittenProhibition>> filed,
            Supplier<List<Agreement>> agreements,
            Consumer<Forbidden> end,
            LongSupplier nanos) {
        this.filed = filed;
        this.agreements = agreements;
        this.end = end;
        this.nanos = nanos;
    }

    @Override
    public void beat() {
        if (!looks.due(nanos.getAsLong())) {
            return;
        }
        boolean done = false;
        try {
            done = look();
        } finally {
            if (!done) {
                looks.soon();
            }
        }
    }

    /** One was filed: whatever the filing does not come to is found at the next beat. */
    void soon() {
        looks.soon();
    }

    private boolean look() {
        List<WrittenProhibition> standing = filed.get();
        boolean all = true;
        for (Forbidden each :
                standing.isEmpty() ? List.<Forbidden>of() : ProhibitedDraws.of(agreements.get(), standing)) {
            try {
                end.accept(each);
            } catch (RuntimeException e) {
                // What one fails at must not hold up the others.
                LOG.warnf("A draw that is forbidden goes on; agreement=%s: %s", each.agreement(), e.getMessage());
                all = false;
            }
        }
        return all;
    }
}
