package org.weir.dashboard.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.movement.Movement;
import org.weir.dashboard.movement.Progress;
import org.weir.dashboard.movement.Step;
import org.weir.dashboard.movement.Traversal;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.SharedTopic;

/**
 * Positions to traversals, vehicle by vehicle. What is known of a vehicle is kept under the agreement it came under: the
 * same bus has another pseudonym under another agreement, and the two are never put together.
 */
final class MatchPositions implements Processor<byte[], byte[], String, byte[]> {
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final Endings endings;
    private final Map<String, SharedTopic> topics = new HashMap<>();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> vehicles;

    MatchPositions(ScheduleLookup schedules, Outcomes outcomes, Endings endings) {
        this.schedules = schedules;
        this.outcomes = outcomes;
        this.endings = endings;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        context = given;
        vehicles = given.getStateStore(MovementTopology.VEHICLES);
        Purge.begin(MovementTopology.VEHICLES, vehicles, given, endings, key -> {});
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String name = context.recordMetadata().orElseThrow().topic();
        SharedTopic topic = topics.computeIfAbsent(name, SharedTopic::of);
        if (endings.ended(topic.agreement())) {
            outcomes.unmatched(topic.feed(), Unmatched.AGREEMENT_ENDED);
            return;
        }
        VehiclePosition position = position(record.value());
        if (position == null) {
            outcomes.unreadable("position");
            return;
        }
        String entity = entity(position, record.key());
        if (entity == null) {
            outcomes.unmatched(topic.feed(), Unmatched.INCOMPLETE);
            return;
        }
        String key = Keys.join(topic.agreement().value(), topic.feed().value(), entity);
        Progress last = ProgressCodec.read(vehicles.get(key));
        Step step = Movement.step(schedules.of(topic.feed()), last, position);
        if (step.progress() != null && !step.progress().equals(last)) {
            vehicles.put(key, ProgressCodec.write(step.progress()));
        }
        told(topic, step);
        for (Traversal each : step.traversals()) {
            forward(topic, each);
        }
    }

    private void told(SharedTopic topic, Step step) {
        if (step.unmatched() == null) {
            outcomes.matched(topic.feed());
            outcomes.traversed(topic.feed(), step.traversals().size());
        } else {
            outcomes.unmatched(topic.feed(), step.unmatched());
        }
    }

    private void forward(SharedTopic topic, Traversal traversal) {
        SegmentHour hour = new SegmentHour(
                topic.agreement().value(),
                topic.feed().value(),
                traversal.route(),
                traversal.direction(),
                traversal.segment(),
                traversal.date(),
                traversal.hour());
        long exit = (long) (traversal.exit() * 1000);
        context.forward(new Record<>(Keys.segment(hour), TraversalCodec.write(hour, traversal), exit));
    }

    private static VehiclePosition position(byte[] value) {
        try {
            return value == null ? null : PositionReader.read(value);
        } catch (IOException e) {
            return null;
        }
    }

    /** The vehicle, or its pseudonym; the record's key where the agreement withholds it from the record. */
    private static String entity(VehiclePosition position, byte[] key) {
        if (position.vehicleId() != null) {
            return position.vehicleId();
        }
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
