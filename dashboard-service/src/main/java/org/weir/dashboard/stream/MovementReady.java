package org.weir.dashboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once movement runs, and while its partitions move. Readiness only: a restart would not mend a rebalance, and
 * pages are answered from the database meanwhile.
 */
@Readiness
@ApplicationScoped
public class MovementReady implements HealthCheck {
    private final MovementStream stream;

    MovementReady(MovementStream stream) {
        this.stream = stream;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = stream.state();
        boolean up = state == KafkaStreams.State.RUNNING
                || state == KafkaStreams.State.REBALANCING
                || state == KafkaStreams.State.CREATED;
        return HealthCheckResponse.named("movement")
                .status(up)
                .withData("state", state == null ? "STARTING" : state.name())
                .build();
    }
}
