package org.weir.stack.containers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.weir.stack.Stack;
import org.weir.stack.StackProvider;

/** The same two parts in containers, for a machine that has an engine. */
public final class ContainerStack implements StackProvider {

    private static final String NO_ENGINE =
            "The profile testcontainers needs a container engine and found none. Start Docker, or leave the profile out:"
                    + " the embedded broker and database serve the same tests.";

    @Override
    @SuppressWarnings("resource") // closed by the stack that is returned
    public Stack start() {
        // Asked for by name, so a missing engine fails the build: skipping would look like passing.
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(NO_ENGINE);
        }
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_AFTER_MAX_MS", Long.toString(Long.MAX_VALUE));
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withUsername(Stack.USER)
                .withPassword(Stack.PASSWORD)
                .withDatabaseName(Stack.DATABASES.get(0));
        kafka.start();
        postgres.start();
        createDatabases(postgres);
        return new Running(kafka, postgres);
    }

    private static void createDatabases(PostgreSQLContainer postgres) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.getJdbcUrl(), Stack.USER, Stack.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String name : Stack.DATABASES.subList(1, Stack.DATABASES.size())) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The databases could not be made in the container", e);
        }
    }

    private record Running(KafkaContainer kafka, PostgreSQLContainer postgres) implements Stack {

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String postgresAddress() {
            return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        }

        @Override
        public void close() {
            kafka.stop();
            postgres.stop();
        }
    }
}
