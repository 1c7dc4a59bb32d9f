package org.weir.dashboard.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.SharedTopic;

/**
 * Positions to runs, vehicle by vehicle. What is known of a vehicle is kept under the agreement it came under: the same
 * bus has another pseudonym under another agreement, and the two are never put together.
 */
final class FollowVehicles implements Processor<byte[], byte[], String, byte[]> {
    private static final Duration BEAT = Duration.ofMillis(500);

    /** More than so many in a beat, of all partitions here, come from a backlog and not from buses. */
    private static final int BACKLOG = 2_000;

    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final Endings endings;
    private final AtomicLong taken;
    private final Map<String, Source> sources = new HashMap<>();
    private ProcessorContext<String, byte[]> context;
    private InternalProcessorContext<?, ?> inside;
    private ProcessorNode<?, ?, ?, ?> node;
    private TrackStore tracks;
    private long known;
    private int came;

    /** What is the same for all records of a topic. */
    private static final class Source {
        final AgreementId agreement;
        final FeedId feed;
        final Vehicles vehicles;
        final Outcomes.OfFeed outcomes;
        int matched;

        Source(SharedTopic topic, TrackStore tracks, Outcomes outcomes) {
            agreement = topic.agreement();
            feed = topic.feed();
            vehicles = tracks.vehicles(agreement, feed);
            this.outcomes = outcomes.of(feed);
        }

        void tell() {
            outcomes.matched(matched);
            matched = 0;
        }
    }

    /** @param taken counts what all of them took: they are committed together, and take turns */
    FollowVehicles(ScheduleLookup schedules, Outcomes outcomes, Endings endings, AtomicLong taken) {
        this.taken = taken;
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
        sources.clear();
        tracks.begin(this::give);
        Purge.begin(tracks, given, endings);
        given.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> beat());
    }

    /**
     * What is live is committed each second; a backlog as seldom as Kafka Streams does by itself, which costs less. Where
     * nothing came any more, a replay is over.
     */
    private void beat() {
        sources.values().forEach(Source::tell);
        long now = taken.addAndGet(came);
        boolean waits = tracks.waits();
        if (now == known && tracks.holdsBack()) {
            tracks.tellAll();
            context.commit();
        } else if (waits && now - known < BACKLOG) {
            context.commit();
        }
        known = now;
        came = 0;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        came++;
        Source source = source(context.recordMetadata().orElseThrow().topic());
        if (endings.ended(source.agreement)) {
            source.outcomes.unmatched(Unmatched.AGREEMENT_ENDED);
            return;
        }
        VehiclePosition position = position(record);
        if (position == null) {
            outcomes.unreadable("position");
            return;
        }
        if (position.vehicleId() == null || position.timestamp() <= 0) {
            source.outcomes.unmatched(Unmatched.INCOMPLETE);
            return;
        }
        Unmatched unmatched = tracks.of(source.vehicles, position.vehicleId(), position.timestamp())
                .add(schedules.book(source.feed), position);
        if (unmatched == null) {
            source.matched++;
        } else {
            source.outcomes.unmatched(unmatched);
        }
    }

    @Override
    public void close() {
        sources.values().forEach(Source::tell);
    }

    private Source source(String topic) {
        Source source = sources.get(topic);
        if (source == null) {
            source = new Source(SharedTopic.of(topic), tracks, outcomes);
            sources.put(topic, source);
        }
        return source;
    }

    /** A commit is no node's work, so Kafka Streams is told whose it is, as its own caches tell it. */
    private void give(Held held, TripRun run) {
        String key = Keys.write(RunKey.of(held.among.agreement, held.among.feed.value(), run.key()));
        ProcessorNode<?, ?, ?, ?> before = inside.currentNode();
        inside.setCurrentNode(node);
        try {
            context.forward(new Record<>(key, TripRunCodec.write(run), held.seen * 1_000));
        } finally {
            inside.setCurrentNode(before);
        }
        outcomes.of(held.among.feed).given();
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
