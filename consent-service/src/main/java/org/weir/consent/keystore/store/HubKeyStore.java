package org.weir.consent.keystore.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.weir.consent.keystore.KeyMemory;
import org.weir.consent.ledger.store.Database;

/** Remembers keys in the database, which a keystore's loss leaves as it is. Waits for the database. */
@ApplicationScoped
public class HubKeyStore implements KeyMemory {
    /** Whoever remembers waits for the others. The number is the lock's name, ours alone in this database. */
    private static final String ONE_AT_A_TIME = "select 1 from (select pg_advisory_xact_lock(20260103)) as held";

    private static final String KNOWN = "select key_id, public_key from hub_key where name = $1 order by number desc";

    private final Database database;

    public HubKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Known> known(String name) {
        return known(database.run(KNOWN, name));
    }

    @Override
    public boolean isFresh() {
        return database.run(
                        """
                        select not exists (select from agreement_event) and not exists (select from agreement_receipt)
                        and not exists (select from ledger_checkpoint)
                        """)
                .iterator()
                .next()
                .getBoolean(0);
    }

    @Override
    public void remember(String name, Known before, Known now) {
        database.inTransaction(connection -> {
            Database.run(connection, ONE_AT_A_TIME);
            String counting = known(Database.run(connection, KNOWN, name)).stream()
                    .findFirst()
                    .map(Known::id)
                    .orElse(null);
            if (Objects.equals(counting, before == null ? null : before.id())) {
                keep(connection, name, counting, now);
            }
            return null;
        });
    }

    private static void keep(SqlConnection connection, String name, String counting, Known now) {
        if (now.id().equals(counting)) {
            Database.run(
                    connection,
                    "update hub_key set public_key = $3 where name = $1 and key_id = $2 and public_key is null",
                    name,
                    now.id(),
                    now.publicKey());
        } else {
            Database.run(
                    connection,
                    "insert into hub_key (name, key_id, public_key) values ($1, $2, $3)",
                    name,
                    now.id(),
                    now.publicKey());
        }
    }

    private static List<Known> known(Iterable<Row> rows) {
        List<Known> known = new ArrayList<>();
        rows.forEach(row -> known.add(new Known(row.getString(0), row.getString(1))));
        return known;
    }
}
