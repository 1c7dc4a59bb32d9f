package org.weir.dashboard.destruction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.MovementParts;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;

/**
 * Destroys what is held under ended agreements, and certifies it once nothing is left. Every step may be done again: a
 * beat does whatever is still to do, so that a restart loses none and repeats nothing that shows.
 */
@ApplicationScoped
public class Destruction {
    private static final Logger LOG = Logger.getLogger(Destruction.class);

    private final Standings standings;
    private final DestructionStore store;
    private final MovementParts movement;
    private final RunTopicPurge runs;
    private final CertificateSender sender;
    private final DashboardConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<AgreementId> certified = new HashSet<>();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "destruction"));

    Destruction(
            Standings standings,
            DestructionStore store,
            MovementParts movement,
            RunTopicPurge runs,
            CertificateSender sender,
            DashboardConfig config,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.standings = standings;
        this.store = store;
        this.movement = movement;
        this.runs = runs;
        this.sender = sender;
        this.config = config;
        this.json = json;
        this.clock = clock;
        meters.gauge("weir.destruction.open", this, Destruction::open);
    }

    void start(@Observes StartupEvent started) {
        beat.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    /** How many agreements are over under which something has still to be destroyed. */
    private double open() {
        synchronized (certified) {
            return standings.toDestroy().size() - certified.size();
        }
    }

    private void beat() {
        for (AgreementNotice notice : standings.toDestroy()) {
            AgreementId agreement = notice.document().uid();
            try {
                if (!isCertified(agreement) && done(notice)) {
                    synchronized (certified) {
                        certified.add(agreement);
                    }
                }
            } catch (RuntimeException e) {
                LOG.warnf("A destruction waits and is tried again; agreement=%s: %s", agreement, e.toString());
            }
        }
    }

    private boolean isCertified(AgreementId agreement) {
        synchronized (certified) {
            return certified.contains(agreement);
        }
    }

    /** Does what is still to do; whether nothing is. */
    private boolean done(AgreementNotice notice) {
        AgreementId agreement = notice.document().uid();
        Optional<DestructionStore.Progress> before = store.find(agreement);
        if (before.isPresent() && before.get().published()) {
            return true;
        }
        String certificate = before.map(DestructionStore.Progress::certificate).orElse(null);
        if (certificate == null) {
            store.begin(agreement, notice.epoch());
            for (String table : DestructionStore.TABLES) {
                if (store.purgedParts(agreement, table) == 0) {
                    store.deleteRows(agreement, table);
                }
            }
            if (!movementIsPurged(agreement)) {
                return false;
            }
            // Last, for what gave runs into the topic holds nothing any more.
            if (store.purgedParts(agreement, RunTopicPurge.STORE) == 0) {
                runs.purge(agreement, found -> store.found(agreement, RunTopicPurge.STORE, 0, found));
                store.purged(agreement, RunTopicPurge.STORE, 0);
            }
            certificate = store.certify(agreement, text(certificate(notice)));
        }
        sender.send(read(certificate).key(), certificate);
        store.published(agreement);
        LOG.infof("Everything held under an ended agreement was destroyed; agreement=%s", agreement);
        return true;
    }

    private boolean movementIsPurged(AgreementId agreement) {
        for (Map.Entry<String, Integer> each : movement.parts().entrySet()) {
            if (store.purgedParts(agreement, each.getKey()) < each.getValue()) {
                return false;
            }
        }
        return true;
    }

    private DestructionCertificate certificate(AgreementNotice notice) {
        RecipientId recipient = new RecipientId(config.recipient());
        return new DestructionCertificate(
                notice.document().uid(),
                recipient,
                notice.epoch(),
                store.counts(notice.document().uid()),
                "dashboard of " + recipient,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private DestructionCertificate read(String certificate) {
        try {
            return json.readValue(certificate, DestructionCertificate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate of our own cannot be read.", e);
        }
    }

    private String text(DestructionCertificate certificate) {
        try {
            return json.writeValueAsString(certificate);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate of our own cannot be written.", e);
        }
    }
}
