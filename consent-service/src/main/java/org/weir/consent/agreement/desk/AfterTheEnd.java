package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.weir.consent.accounting.store.AccountingStore;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.DestructionCommand;
import org.weir.consent.agreement.EndCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;

/**
 * Does what follows the end of an agreement, on a thread of its own: its children end, its receipt is issued, its shared
 * topics are deleted to their end, its recipient is told until when to destroy. Each beat does what is still to do, so
 * that a restart in between loses nothing.
 */
@ApplicationScoped
public class AfterTheEnd {
    private static final Logger LOG = Logger.getLogger(AfterTheEnd.class);
    private static final long BEAT_MS = 500;

    /** Destructions are due in days: that one is overdue may be noticed half a minute later. */
    private static final Duration WATCH = Duration.ofSeconds(30);

    private static final Set<AgreementState> JUST_ENDED = EnumSet.of(
            AgreementState.EXPIRED, AgreementState.REVOKED, AgreementState.WITHDRAWN, AgreementState.TERMINATED);

    /** So long the accounting may hold up a destruction: owed to the subject, but no more than the destruction is. */
    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(1);

    private final AgreementStore store;
    private final AccountingStore accounting;
    private final AgreementDesk desk;
    private final Receipts receipts;
    private final TopicKeeper topics;
    private final ConsentSettings settings;
    private final Thread thread = new Thread(this::run, "consent-after-the-end");
    private final OverdueDestructions overdue;
    private final Seldom watches = new Seldom(WATCH);
    private volatile boolean stopping;
    private boolean woken;

    AfterTheEnd(
            AgreementStore store,
            AccountingStore accounting,
            AgreementDesk desk,
            Receipts receipts,
            TopicKeeper topics,
            ConsentSettings settings,
            MeterRegistry meters) {
        this.store = store;
        this.accounting = accounting;
        this.desk = desk;
        this.receipts = receipts;
        this.topics = topics;
        this.settings = settings;
        this.overdue = new OverdueDestructions(meters);
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wake();
    }

    /** Something ended just now: no need to wait for the next beat. */
    void wake() {
        synchronized (thread) {
            woken = true;
            thread.notifyAll();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                beat();
            } catch (RuntimeException e) {
                LOG.warnf("What follows the end of agreements waits: %s", e.getMessage());
            }
            synchronized (thread) {
                try {
                    if (!woken) {
                        thread.wait(BEAT_MS);
                    }
                    woken = false;
                } catch (InterruptedException e) {
                    stopping = true;
                }
            }
        }
    }

    private void beat() {
        for (AgreementId child : store.childrenOfEnded()) {
            each(child, () -> endWithItsParent(child));
        }
        for (AgreementId ended : store.in(JUST_ENDED)) {
            each(ended, () -> finish(ended));
        }
        if (watches.due(System.nanoTime())) {
            overdue.look(
                    store.in(List.of(AgreementState.DESTRUCTION_DUE)).stream()
                            .flatMap(id -> store.find(id).stream())
                            .toList(),
                    desk.now());
        }
    }

    /** What one agreement fails at must not hold up the others. */
    private void each(AgreementId id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("What follows an agreement's end waits; agreement=%s: %s", id, e.getMessage());
        }
    }

    private void endWithItsParent(AgreementId child) {
        AgreementId id = store.find(child).orElseThrow().document().inheritFrom();
        Agreement parent = store.find(id).orElseThrow();
        desk.change(child, EndCommand.EndWith.parent(id, parent.endedAs()), desk.actOfClock());
    }

    private void finish(AgreementId id) {
        Agreement agreement = store.find(id).orElseThrow();
        // Before the receipt somebody may still be writing.
        receipts.of(agreement, agreement.ending().epoch());
        if (!agreement.owesDestruction()) {
            Act closing = new Act(
                    desk.now(), Act.CLOCK, Side.ASSIGNER, desk.actOfClock().deadlines());
            desk.change(id, new DestructionCommand.Close(), closing);
            return;
        }
        List<String> shared = agreement.versions().stream()
                .map(version -> version.document())
                .flatMap(document -> receipts.sharedTopics(document).stream())
                .distinct()
                .toList();
        Instant now = desk.now();
        boolean counted = shared.stream().allMatch(topic -> accounting.covers(topic, topics.endOffsets(topic)));
        if (!counted && now.isBefore(agreement.ending().at().plus(COUNTED_WITHIN))) {
            // What is deleted cannot be accounted for any more; the next beat looks again.
            return;
        }
        shared.forEach(topics::deleteRecords);
        Instant by = now.plus(settings.destruction().within());
        desk.change(id, new DestructionCommand.Demand(now, by), desk.actOfClock());
        LOG.infof("A shared topic was deleted to its end; agreement=%s, to be destroyed by %s", id, by);
    }
}
