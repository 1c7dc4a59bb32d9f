package org.weir.consent.ledger.store;

import static org.weir.consent.ledger.store.Database.at;
import static org.weir.consent.ledger.store.Database.run;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.weir.schemas.ledger.Checkpoint;

/** Keeps checkpoints, by the ledger's name and size. Waits for the database. */
@ApplicationScoped
public class CheckpointStore {
    /** So long every one of them is at hand; then one of each hour. */
    private static final Duration ALL = Duration.ofDays(1);

    /** Signers wait for each other. The number is the lock's name, ours alone in this database. */
    private static final String ONE_SIGNER = "select 1 from (select pg_advisory_xact_lock(20260102)) as held";

    private static final String COLUMNS = "select origin, size, root, ledger_offset, at, note from ledger_checkpoint ";

    private final Database database;

    public CheckpointStore(Database database) {
        this.database = database;
    }

    /** The newest of a ledger. */
    public Optional<Checkpoint> newest(String origin) {
        return first(database.run(COLUMNS + "where origin = $1 order by size desc limit 1", origin));
    }

    static void lock(SqlClient client) {
        run(client, ONE_SIGNER);
    }

    static Optional<Checkpoint> newest(SqlClient client, String origin) {
        return first(run(client, COLUMNS + "where origin = $1 order by size desc limit 1", origin));
    }

    /** Keeps a new one, and forgets what need not be kept any longer. */
    static void keep(SqlClient client, Checkpoint checkpoint, boolean firstOfItsHour) {
        run(
                client,
                """
                insert into ledger_checkpoint (origin, size, root, ledger_offset, at, note, published, kept)
                values ($1, $2, $3, $4, $5, $6, false, $7)
                """,
                checkpoint.origin(),
                checkpoint.size(),
                Buffer.buffer(Base64.getDecoder().decode(checkpoint.root())),
                checkpoint.ledgerOffset(),
                at(checkpoint.at()),
                checkpoint.note(),
                firstOfItsHour);
        Instant old = checkpoint.at().minus(ALL);
        run(client, "delete from ledger_checkpoint where not kept and at < $1", at(old));
    }

    /** The newest of a ledger, where the topic does not have it. */
    static Optional<Checkpoint> pending(SqlClient client, String origin) {
        return first(run(
                client,
                COLUMNS
                        + """
                        where origin = $1 and not published
                        and size = (select max(size) from ledger_checkpoint where origin = $1)
                        """,
                origin));
    }

    static void published(SqlClient client, Checkpoint checkpoint) {
        run(
                client,
                "update ledger_checkpoint set published = true where origin = $1 and size <= $2 and not published",
                checkpoint.origin(),
                checkpoint.size());
    }

    private static Optional<Checkpoint> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Checkpoint(
                    row.getString(0),
                    row.getLong(1),
                    Base64.getEncoder().encodeToString(row.getBuffer(2).getBytes()),
                    row.getLong(3),
                    row.getOffsetDateTime(4).toInstant(),
                    row.getString(5)));
        }
        return Optional.empty();
    }
}
