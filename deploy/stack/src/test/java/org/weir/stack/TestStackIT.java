package org.weir.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** The promise every service's integration tests stand on; with the profile testcontainers it is kept by containers. */
class TestStackIT {

    @Test
    void answersWithABrokerAndADatabaseForEachService_whenFirstAskedFor() throws Exception {
        // When
        Stack stack = TestStack.shared();

        // Then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        for (String database : Stack.DATABASES) {
            try (var connection = DriverManager.getConnection(stack.jdbcUrl(database), stack.user(), stack.password());
                    var statement = connection.createStatement()) {
                assertThat(statement.execute("create table theirs (id int)")).isFalse();
            }
        }
        assertThat(TestStack.shared()).isSameAs(stack);
    }
}
