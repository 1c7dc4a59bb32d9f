package org.weir.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL server, a child process, with a database for each service. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server in a directory, making the cluster, the user and the databases when they are new.
     *
     * @param port 0 for any free one
     * @param durable whether a commit waits for the disk
     */
    static Database start(Path directory, int port, boolean durable) {
        int own = port == 0 ? FreePort.any() : port;
        OrphanedPostmaster.end(directory);
        try {
            File log = directory.resolveSibling("postgres.log").toFile();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(own)
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .setServerConfig("listen_addresses", FreePort.LOOPBACK)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_wal_size", "256MB")
                    // Worker processes that a machine of two cores would only pay for.
                    .setServerConfig("io_method", "sync")
                    .setServerConfig("max_parallel_workers_per_gather", "0")
                    .setServerConfig("jit", "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("fsync", durable ? "on" : "off");
            Database database = new Database(builder.start());
            database.prepare();
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start on port " + own + ": " + e.getMessage(), e);
        }
    }

    String address() {
        return FreePort.LOOPBACK + ":" + server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not end cleanly", e);
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + Stack.USER + "'")) {
                statement.execute("create role " + Stack.USER + " login password '" + Stack.PASSWORD + "'");
            }
            for (String name : Stack.DATABASES) {
                if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + Stack.USER);
                }
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
