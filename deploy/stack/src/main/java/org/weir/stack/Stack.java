package org.weir.stack;

import java.util.List;

/**
 * A running broker and a running PostgreSQL with one database for each service.
 *
 * <p>Closing it ends both; what they keep stays in the directory of the options, if one was given.
 */
public interface Stack extends AutoCloseable {

    /** One database for each service, named as the service is. */
    List<String> DATABASES = List.of("ingest", "consent", "dashboard");

    /** Owner of the databases. */
    String USER = "weir";

    /** A local secret only: the database listens on loopback. */
    String PASSWORD = "weir";

    /**
     * Starts both parts and returns when both answer.
     *
     * @throws IllegalStateException when a part does not start; the message says which and why
     */
    static Stack start(StackOptions options) {
        return EmbeddedStack.start(options);
    }

    /** {@code host:port} of the broker. */
    String bootstrapServers();

    /** {@code host:port} of PostgreSQL. */
    String postgresAddress();

    default String user() {
        return USER;
    }

    default String password() {
        return PASSWORD;
    }

    /** Address of a database for JDBC; user and password apart. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgresAddress() + "/" + database;
    }

    /** Address of a database for the reactive client; user and password apart. */
    default String reactiveUrl(String database) {
        return "postgresql://" + postgresAddress() + "/" + database;
    }

    @Override
    void close();
}
