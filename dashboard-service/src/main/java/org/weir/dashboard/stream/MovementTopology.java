package org.weir.dashboard.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.topic.Topics;

/**
 * Shared positions → the track of each vehicle → whole runs. It knows no rule: movement does. Nothing is put together
 * across vehicles here, so nothing is sent from one partition to another; the store does that. A record that cannot be
 * read is counted and passed over.
 */
public final class MovementTopology {
    /** Permanent: the names of internal topics and of the group's offsets begin with it. */
    public static final String APPLICATION_ID = "dashboard-movement";

    public static final String VEHICLES = "vehicles";

    private static final String POSITIONS = "shared-positions";
    private static final String FOLLOW = "follow-vehicles";
    private static final String PUBLISH = "publish-runs";

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
        builder.stream(
                        sharedTopics(recipient),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(POSITIONS))
                .process(following(schedules, outcomes, endings), Named.as(FOLLOW))
                .to(
                        Topics.TRIP_RUNS.pattern(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName(PUBLISH));
        return builder.build();
    }

    static Pattern sharedTopics(RecipientId recipient) {
        return Pattern.compile(Pattern.quote(Topics.sharedPrefix(recipient)) + ".+");
    }

    private static ProcessorSupplier<byte[], byte[], String, byte[]> following(
            ScheduleLookup schedules, Outcomes outcomes, Endings endings) {
        StoreBuilder<?> store = new TrackStoreBuilder(VEHICLES, schedules, outcomes).withLoggingEnabled(Map.of());
        AtomicLong taken = new AtomicLong();
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], String, byte[]> get() {
                return new FollowVehicles(schedules, outcomes, endings, taken);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store);
            }
        };
    }
}
