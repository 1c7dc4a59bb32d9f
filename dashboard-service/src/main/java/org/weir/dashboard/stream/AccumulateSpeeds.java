package org.weir.dashboard.stream;

import java.io.IOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.weir.dashboard.measure.SegmentSpeed;
import org.weir.schemas.id.AgreementId;

/** Traversals to the whole value of their segment, service date and hour, which replaces the one before. */
final class AccumulateSpeeds implements Processor<String, byte[], String, byte[]> {
    private final Outcomes outcomes;
    private final Endings endings;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> speeds;

    AccumulateSpeeds(Outcomes outcomes, Endings endings) {
        this.outcomes = outcomes;
        this.endings = endings;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        context = given;
        speeds = given.getStateStore(MovementTopology.SPEEDS);
        Purge.begin(MovementTopology.SPEEDS, speeds, given, endings, this::forget);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        TraversalCodec.Timed traversal = TraversalCodec.read(record.value());
        if (traversal == null) {
            outcomes.unreadable("traversal");
            return;
        }
        if (endings.ended(new AgreementId(traversal.key().agreement()))) {
            return;
        }
        String key = Keys.write(traversal.key());
        SegmentSpeed now = before(traversal, key).add(traversal.metres(), traversal.seconds(), traversal.trip());
        byte[] value = SpeedCodec.write(now);
        speeds.put(key, value);
        context.forward(record.withKey(key).withValue(value));
    }

    /** A tombstone in the topic: the value before it goes at the next compaction. */
    private void forget(String key) {
        context.forward(new Record<>(key, null, context.currentSystemTimeMs()));
    }

    private SegmentSpeed before(TraversalCodec.Timed traversal, String key) {
        byte[] stored = speeds.get(key);
        try {
            return stored == null ? SegmentSpeed.none(traversal.key()) : SpeedCodec.read(traversal.key(), stored);
        } catch (IOException e) {
            outcomes.unreadable("stored-speeds");
            return SegmentSpeed.none(traversal.key());
        }
    }
}
