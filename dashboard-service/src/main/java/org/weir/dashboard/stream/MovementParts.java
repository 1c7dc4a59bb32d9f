package org.weir.dashboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.weir.dashboard.Shared;

/** Into how many parts the stream's stores are split, over however many processes. */
@ApplicationScoped
public class MovementParts {
    private static final int SECONDS = 10;

    private final Shared shared;

    MovementParts(Shared shared) {
        this.shared = shared;
    }

    /** Parts by store; none of a store that was never made. */
    public Map<String, Integer> parts() {
        Map<String, Integer> parts = new HashMap<>();
        try (Admin admin = Admin.create(shared.broker())) {
            for (String store : List.of(MovementTopology.VEHICLES)) {
                // Each store has a topic that its changes are kept in, and that has a partition for each part.
                parts.put(store, partitions(admin, MovementTopology.APPLICATION_ID + "-" + store + "-changelog"));
            }
        }
        return parts;
    }

    private static int partitions(Admin admin, String topic) {
        try {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .get(topic)
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IllegalStateException("The broker does not tell of a topic.", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping.", e);
        }
    }
}
