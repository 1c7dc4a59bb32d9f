package org.weir.dashboard.stream;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.topic.Topics;

/**
 * Shared positions → traversals, by segment → speeds by segment, service date and hour. It knows no rule: movement and
 * measure do. Keys and values are text and bytes; a record that cannot be read is counted and passed over.
 */
public final class MovementTopology {
    /** Permanent: the names of internal topics and of the group's offsets begin with it. */
    public static final String APPLICATION_ID = "dashboard-movement";

    public static final String VEHICLES = "vehicles";
    public static final String SPEEDS = "segment-speeds";

    private static final String POSITIONS = "shared-positions";
    private static final String MATCH = "match-positions";
    private static final String BY_SEGMENT = "traversals-by-segment";
    private static final String ACCUMULATE = "accumulate-speeds";
    private static final String PUBLISH = "publish-speeds";

    private MovementTopology() {}

    /**
     * The topology.
     *
     * @param recipient whose shared topics it reads
     * @param schedules where schedules are found
     * @param outcomes is told of each position
     * @param endings knows what may not be kept any more
     */
    public static Topology build(
            RecipientId recipient, ScheduleLookup schedules, Outcomes outcomes, Endings endings, StreamsConfig config) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        Serde<String> text = Serdes.String();
        Serde<byte[]> bytes = Serdes.ByteArray();
        builder.stream(sharedTopics(recipient), Consumed.with(bytes, bytes).withName(POSITIONS))
                .process(
                        with(
                                store(Stores.inMemoryKeyValueStore(VEHICLES)),
                                () -> new MatchPositions(schedules, outcomes, endings)),
                        Named.as(MATCH))
                .repartition(Repartitioned.with(text, bytes)
                        .withName(BY_SEGMENT)
                        .withNumberOfPartitions(Topics.SEGMENT_SPEEDS.partitions()))
                .process(
                        with(
                                store(Stores.persistentKeyValueStore(SPEEDS)),
                                () -> new AccumulateSpeeds(outcomes, endings)),
                        Named.as(ACCUMULATE))
                .to(Topics.SEGMENT_SPEEDS.pattern(), Produced.with(text, bytes).withName(PUBLISH));
        return builder.build();
    }

    static Pattern sharedTopics(RecipientId recipient) {
        return Pattern.compile(Pattern.quote(Topics.sharedPrefix(recipient)) + ".+");
    }

    private static StoreBuilder<?> store(org.apache.kafka.streams.state.KeyValueBytesStoreSupplier store) {
        return Stores.keyValueStoreBuilder(store, Serdes.String(), Serdes.ByteArray());
    }

    private interface Make<K, V, K2, V2> {
        Processor<K, V, K2, V2> get();
    }

    private static <K, V, K2, V2> ProcessorSupplier<K, V, K2, V2> with(StoreBuilder<?> store, Make<K, V, K2, V2> make) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, K2, V2> get() {
                return make.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store);
            }
        };
    }
}
