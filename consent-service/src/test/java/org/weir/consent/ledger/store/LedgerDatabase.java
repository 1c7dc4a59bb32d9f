package org.weir.consent.ledger.store;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.flywaydb.core.Flyway;
import org.weir.stack.Stack;

/** The consent database in a schema of its own, migrated, on the stack's PostgreSQL; without Quarkus. */
public final class LedgerDatabase implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public LedgerDatabase(Stack stack, String schema) {
        Flyway.configure()
                .dataSource(stack.jdbcUrl("consent"), stack.user(), stack.password())
                .schemas(schema)
                .load()
                .migrate();
        PgConnectOptions options = PgConnectOptions.fromUri(stack.reactiveUrl("consent"))
                .setUser(stack.user())
                .setPassword(stack.password())
                .setCachePreparedStatements(true)
                .addProperty("search_path", schema);
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    public Database database() {
        return new Database(pool);
    }

    public LedgerLog log() {
        return new LedgerLog(database(), new LedgerSums());
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.close();
    }
}
