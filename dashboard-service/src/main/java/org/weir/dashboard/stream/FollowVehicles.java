package org.weir.dashboard.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.SharedTopic;

/**
 * Positions to runs, vehicle by vehicle. What is known of a vehicle is kept under the agreement it came under: the same
 * bus has another pseudonym under another agreement, and the two are never put together.
 */
final class FollowVehicles implements Processor<byte[], byte[], String, byte[]> {
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final Endings endings;
    private final Map<String, SharedTopic> topics = new HashMap<>();
    private ProcessorContext<String, byte[]> context;
    private InternalProcessorContext<?, ?> inside;
    private ProcessorNode<?, ?, ?, ?> node;
    private TrackStore tracks;

    FollowVehicles(ScheduleLookup schedules, Outcomes outcomes, Endings endings) {
        this.schedules = schedules;
        this.outcomes = outcomes;
        this.endings = endings;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        context = given;
        inside = (InternalProcessorContext<?, ?>) given;
        node = inside.currentNode();
        tracks = given.getStateStore(MovementTopology.VEHICLES);
        tracks.giveTo(this::give);
        Purge.begin(tracks, given, endings);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String name = context.recordMetadata().orElseThrow().topic();
        SharedTopic topic = topics.computeIfAbsent(name, SharedTopic::of);
        if (endings.ended(topic.agreement())) {
            outcomes.unmatched(topic.feed(), Unmatched.AGREEMENT_ENDED);
            return;
        }
        VehiclePosition position = position(record);
        if (position == null) {
            outcomes.unreadable("position");
            return;
        }
        if (position.vehicleId() == null || position.timestamp() <= 0) {
            outcomes.unmatched(topic.feed(), Unmatched.INCOMPLETE);
            return;
        }
        Unmatched unmatched = tracks.of(topic, position.vehicleId(), position.timestamp())
                .add(schedules.book(topic.feed()), position);
        if (unmatched == null) {
            outcomes.matched(topic.feed());
        } else {
            outcomes.unmatched(topic.feed(), unmatched);
        }
    }

    /** A commit is no node's work, so Kafka Streams is told whose it is, as its own caches tell it. */
    private void give(Held held, TripRun run) {
        String key = Keys.write(
                RunKey.of(held.topic.agreement().value(), held.topic.feed().value(), run.key()));
        ProcessorNode<?, ?, ?, ?> before = inside.currentNode();
        inside.setCurrentNode(node);
        try {
            context.forward(new Record<>(key, TripRunCodec.write(run), held.seen * 1_000));
        } finally {
            inside.setCurrentNode(before);
        }
        outcomes.given(held.topic.feed());
    }

    private static VehiclePosition position(Record<byte[], byte[]> record) {
        try {
            VehiclePosition read = record.value() == null ? null : PositionReader.read(record.value());
            // The record's key is the vehicle where the agreement withholds it from the record.
            return read == null || read.vehicleId() != null || record.key() == null
                    ? read
                    : read.withVehicleId(new String(record.key(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return null;
        }
    }
}
