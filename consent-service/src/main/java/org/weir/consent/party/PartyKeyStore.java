package org.weir.consent.party;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Side;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Keeps parties' public keys, for ever: what they signed must stay checkable. Waits for the database. */
@ApplicationScoped
public class PartyKeyStore {
    private static final Logger LOG = Logger.getLogger(PartyKeyStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    PartyKeyStore(Pool pool) {
        this.pool = pool;
    }

    /** The keys of a party of either kind, in the order in which they were registered. */
    public List<PartyKey> of(String party) {
        String query =
                """
                select side, party, key_id, public_key, key_use, custody, registered_at, registered_by
                from party_key where party = $1 order by registered_at, key_id
                """;
        return ask(query, Tuple.of(party)).stream().map(PartyKeyStore::key).toList();
    }

    /** Keeps a key; where it is there already, nothing changes. */
    public void keep(PartyKey key) {
        Tuple values = Tuple.tuple()
                .addString(key.side().name())
                .addString(key.party())
                .addString(key.keyId())
                .addString(key.publicKey())
                .addString(key.use().name())
                .addBoolean(key.custody())
                .addOffsetDateTime(key.registeredAt().atOffset(ZoneOffset.UTC))
                .addString(key.registeredBy());
        ask(
                """
                insert into party_key (side, party, key_id, public_key, key_use, custody, registered_at, registered_by)
                values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
                """,
                values);
    }

    private static PartyKey key(Row row) {
        return new PartyKey(
                Side.valueOf(row.getString("side")),
                row.getString("party"),
                row.getString("key_id"),
                row.getString("public_key"),
                KeyUse.valueOf(row.getString("key_use")),
                row.getBoolean("custody"),
                row.getOffsetDateTime("registered_at").toInstant(),
                row.getString("registered_by"));
    }

    private RowSet<Row> ask(String query, Tuple values) {
        try {
            return pool.preparedQuery(query).execute(values).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The store of parties' keys does not do what was asked.");
            throw new Refusal(ErrorCode.UNAVAILABLE, "The store of parties' keys does not answer.");
        }
    }
}
