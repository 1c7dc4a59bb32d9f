package org.weir.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {

    private static final String TOPIC = "stack-it";

    @Test
    void keepsTopicsRecordsAndRows_whenStartedAgainInTheSameDirectory(@TempDir Path directory) throws Exception {
        // Given a stack that has seen a transaction on the broker and one in the database
        try (Stack stack = Stack.start(StackOptions.keptIn(directory))) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            sendInTransaction(stack, "committed", true);
            sendInTransaction(stack, "aborted", false);
            try (Connection connection = connect(stack);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table bus (id text)");
                statement.execute("insert into bus values ('12')");
            }
            assertThat(committed(stack)).containsExactly("committed");
        }

        // When it is started again on the same directory, on other ports
        try (Stack again = Stack.start(StackOptions.keptIn(directory))) {

            // Then everything is still there, and work goes on
            sendInTransaction(again, "later", true);
            assertThat(committed(again)).containsExactly("committed", "later");
            try (Connection connection = connect(again);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from bus")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("12");
            }
        }
    }

    @Test
    void startsAgain_whenItsProcessWasKilled(@TempDir Path directory) throws Exception {
        // Given a stack in a process of its own that wrote a row, and was killed; its database outlives it
        Path log = directory.resolve("stack.log");
        int postgres = FreePort.any();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackMain.class.getName(),
                        "--data",
                        directory.resolve("data").toString(),
                        "--kafka-port",
                        Integer.toString(FreePort.any()),
                        "--postgres-port",
                        Integer.toString(postgres))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("The stack is ready")) {
                assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                        .as("ended early")
                        .isFalse();
            }
            String url = "jdbc:postgresql://127.0.0.1:" + postgres + "/ingest";
            try (Connection connection = DriverManager.getConnection(url, Stack.USER, Stack.PASSWORD);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table bus (id text)");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        // When / Then
        try (Stack again = Stack.start(StackOptions.keptIn(directory.resolve("data")));
                Connection connection = connect(again);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from bus")) {
            assertThat(rows.next()).isTrue();
        }
    }

    private static void sendInTransaction(Stack stack, String value, boolean commit) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "stack-it");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "12", value));
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
    }

    private static List<String> committed(Stack stack) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "stack-it-" + System.nanoTime(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            int emptyAfterFirst = 0;
            while (System.nanoTime() < end && emptyAfterFirst < 2) {
                var records = consumer.poll(Duration.ofMillis(300));
                for (ConsumerRecord<String, String> record : records) {
                    values.add(record.value());
                }
                if (records.isEmpty() && !values.isEmpty()) {
                    emptyAfterFirst++;
                }
            }
        }
        return values;
    }

    private static Connection connect(Stack stack) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("ingest"), stack.user(), stack.password());
    }
}
