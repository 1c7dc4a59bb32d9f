package org.weir.consent.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The database, for threads that wait for it; not for an event loop. */
@ApplicationScoped
public class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;

    /** @param pool of any connection; made by Quarkus, or by hand where there is no Quarkus */
    public Database(Pool pool) {
        this.pool = pool;
    }

    /** Does something in one transaction, whole or not at all; what the work throws is thrown here. */
    public <T> T inTransaction(Function<SqlConnection, T> work) {
        SqlConnection connection = await(pool.getConnection());
        try {
            Transaction transaction = await(connection.begin());
            T result;
            try {
                result = work.apply(connection);
            } catch (RuntimeException e) {
                await(transaction.rollback().onFailure().recoverWithNull());
                throw e;
            }
            await(transaction.commit());
            return result;
        } finally {
            await(connection.close().onFailure().recoverWithNull());
        }
    }

    /** Does something outside of a transaction: statements that each stand for themselves. */
    <T> T directly(Function<SqlClient, T> work) {
        return work.apply(pool);
    }

    /** One statement of its own. */
    public RowSet<Row> run(String sql, Object... values) {
        return run(pool, sql, values);
    }

    /** One statement of a transaction. */
    public static RowSet<Row> run(SqlClient client, String sql, Object... values) {
        return await(client.preparedQuery(sql).execute(Tuple.from(values)));
    }

    /** The same statement for many rows; nothing where there are none. */
    static void runForEach(SqlClient client, String sql, List<Tuple> rows) {
        if (!rows.isEmpty()) {
            await(client.preparedQuery(sql).executeBatch(rows));
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
