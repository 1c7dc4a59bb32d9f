package org.weir.consent.agreement.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.id.AgreementId;

/** Keeps receipts, by the epoch of their change. Waits for the database; not for an event loop. */
@ApplicationScoped
public class ReceiptStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    ReceiptStore(Pool pool) {
        this.pool = pool;
    }

    /** Keeps the receipt of a change, or returns the one that is there already: whoever asks gets the same. */
    public String keep(long epoch, AgreementId agreement, String receipt) {
        pool.preparedQuery("insert into agreement_receipt (epoch, agreement, receipt) values ($1, $2, $3)"
                        + " on conflict do nothing")
                .execute(Tuple.of(epoch, agreement.value(), receipt))
                .await()
                .atMost(PATIENCE);
        return find(epoch).orElseThrow();
    }

    public Optional<String> find(long epoch) {
        return pool
                .preparedQuery("select receipt from agreement_receipt where epoch = $1")
                .execute(Tuple.of(epoch))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString(0))
                .findFirst();
    }

    /** Every receipt of an agreement, oldest first. */
    public List<String> all(AgreementId agreement) {
        return pool
                .preparedQuery("select receipt from agreement_receipt where agreement = $1 order by epoch")
                .execute(Tuple.of(agreement.value()))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
