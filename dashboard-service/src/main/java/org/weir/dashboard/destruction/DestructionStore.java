package org.weir.dashboard.destruction;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weir.schemas.id.AgreementId;

/** What was destroyed, kept so that a restart neither forgets nor counts twice. Waits; not for an event loop. */
@ApplicationScoped
public class DestructionStore {
    /** The tables that hold what came under an agreement, as a certificate names them. */
    static final List<String> TABLES = List.of(
            "trip_run",
            "route_day",
            "rollup_day",
            "way_day",
            "route_month",
            "rollup_month",
            "evidence_date",
            "evidence_day",
            "evidence_place",
            "evidence_month",
            "evidence_sum");

    /** Its rows are an agreement's by their place. */
    private static final String BY_PLACE = "evidence_day";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Years of a city's figures are many rows. */
    private static final Duration DELETED_WITHIN = Duration.ofMinutes(10);

    private static final String BEGIN = "INSERT INTO agreement_destruction (agreement, epoch, begun_at)"
            + " VALUES ($1, $2, now()) ON CONFLICT (agreement) DO NOTHING";
    private static final String PART = "INSERT INTO agreement_destruction_part (agreement, store, part, entries, done)"
            + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (agreement, store, part) DO UPDATE SET"
            + " entries = greatest(agreement_destruction_part.entries, EXCLUDED.entries),"
            + " done = agreement_destruction_part.done OR EXCLUDED.done";

    private final Pool database;

    DestructionStore(Pool database) {
        this.database = database;
    }

    /** How far a destruction has come. */
    public record Progress(String certificate, boolean published) {}

    /**
     * Begins: from then on no row of the agreement is written. Whoever was writing has finished before this returns, for
     * the lock waits for them, and whoever writes later finds the agreement here.
     */
    public void begin(AgreementId agreement, long epoch) {
        await(database.withTransaction(
                tx -> tx.query("LOCK TABLE " + String.join(", ", TABLES) + " IN SHARE ROW EXCLUSIVE MODE")
                        .execute()
                        .chain(() -> tx.preparedQuery(BEGIN).execute(Tuple.of(agreement.value(), epoch)))));
    }

    /** Deletes the agreement's rows of a table and keeps their count with them gone, or neither. */
    public void deleteRows(AgreementId agreement, String table) {
        // One of the names above; a table's name is no parameter.
        String rows = table.equals(BY_PLACE)
                ? "place IN (SELECT id FROM evidence_place WHERE agreement = $1)"
                : "agreement = $1";
        database.withTransaction(tx -> tx.preparedQuery("DELETE FROM " + table + " WHERE " + rows)
                        .execute(Tuple.of(agreement.value()))
                        .chain(deleted -> part(tx, agreement, table, 0, deleted.rowCount(), true)))
                .await()
                .atMost(DELETED_WITHIN);
    }

    /** Keeps how many entries one part of a store holds, before the first of them is deleted. */
    public void found(AgreementId agreement, String store, int part, long entries) {
        await(database.withConnection(c -> part(c, agreement, store, part, entries, false)));
    }

    /** One part of a store holds nothing of the agreement any more. */
    public void purged(AgreementId agreement, String store, int part) {
        await(database.withConnection(c -> part(c, agreement, store, part, 0, true)));
    }

    /** How many parts of a store hold nothing any more. */
    public long purgedParts(AgreementId agreement, String store) {
        return await(database.preparedQuery("SELECT count(*) FROM agreement_destruction_part"
                                + " WHERE agreement = $1 AND store = $2 AND done")
                        .execute(Tuple.of(agreement.value(), store)))
                .iterator()
                .next()
                .getLong(0);
    }

    /** How many entries were destroyed, by store. */
    public Map<String, Long> counts(AgreementId agreement) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : await(database.preparedQuery("SELECT store, sum(entries)::bigint FROM agreement_destruction_part"
                        + " WHERE agreement = $1 GROUP BY store")
                .execute(Tuple.of(agreement.value())))) {
            counts.put(row.getString(0), row.getLong(1));
        }
        return counts;
    }

    /** How far it has come; empty before it began. */
    public Optional<Progress> find(AgreementId agreement) {
        for (Row row : await(
                database.preparedQuery("SELECT certificate, published FROM agreement_destruction WHERE agreement = $1")
                        .execute(Tuple.of(agreement.value())))) {
            return Optional.of(new Progress(row.getString(0), row.getBoolean(1)));
        }
        return Optional.empty();
    }

    /** Keeps the certificate before it is sent, or returns the one that is there: it is given once. */
    public String certify(AgreementId agreement, String certificate) {
        return await(database.preparedQuery("UPDATE agreement_destruction SET certificate = coalesce(certificate, $2)"
                                + " WHERE agreement = $1 RETURNING certificate")
                        .execute(Tuple.of(agreement.value(), certificate)))
                .iterator()
                .next()
                .getString(0);
    }

    /** The topic holds the certificate. */
    public void published(AgreementId agreement) {
        await(database.preparedQuery("UPDATE agreement_destruction SET published = true WHERE agreement = $1")
                .execute(Tuple.of(agreement.value())));
    }

    private static io.smallrye.mutiny.Uni<RowSet<Row>> part(
            SqlConnection connection, AgreementId agreement, String store, int part, long entries, boolean done) {
        return connection.preparedQuery(PART).execute(Tuple.of(agreement.value(), store, part, entries, done));
    }

    private static <T> T await(io.smallrye.mutiny.Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
