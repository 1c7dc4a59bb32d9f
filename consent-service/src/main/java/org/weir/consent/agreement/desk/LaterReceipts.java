package org.weir.consent.agreement.desk;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;

/** Issues the receipts of what the clock did, apart from the clock: an enforcer that is slow must not stop time. */
@ApplicationScoped
public class LaterReceipts {
    private static final Logger LOG = Logger.getLogger(LaterReceipts.class);

    private final Receipts receipts;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "consent-receipts"));

    LaterReceipts(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Issues the receipt soon; where an enforcer does not confirm, it is issued to whoever asks for it later. */
    public void issue(Agreement agreement) {
        thread.execute(() -> {
            try {
                receipts.of(agreement);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "A receipt is not issued yet; agreement=%s epoch=%d: %s",
                        agreement.document().uid(), agreement.epoch(), e.getMessage());
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }
}
