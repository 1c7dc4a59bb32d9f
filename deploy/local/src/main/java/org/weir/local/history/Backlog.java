package org.weir.local.history;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records of a feed enforcement and movement have still to process, as the broker tells it. Where nothing was
 * committed yet, nothing is known to wait.
 *
 * <p>Enforcement commits several times a second. Movement, where it is behind, commits each five seconds, so most of what
 * it has not committed it has taken: of its lag only what is above that counts.
 */
final class Backlog implements LongSupplier, AutoCloseable {

    /** Groups, and how many records of each are not committed without waiting. */
    private static final Map<String, Long> GROUPS = Map.of("consent-enforcement", 0L, "dashboard-movement", 100_000L);

    private static final long PATIENCE_SECONDS = 20;

    private final Admin admin;
    private final String feed;

    Backlog(String bootstrap, String feed) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "client.id", "history"));
        this.feed = feed;
    }

    @Override
    public long getAsLong() {
        try {
            Map<String, Map<TopicPartition, Long>> done = done();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            done.values().forEach(of -> of.keySet().forEach(each -> asked.put(each, OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return behind(done, ends);
        } catch (ExecutionException | TimeoutException e) {
            // Until it is known again, nothing more is sent.
            return Long.MAX_VALUE / 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("It was interrupted.");
        }
    }

    static long behind(Map<String, Map<TopicPartition, Long>> done, Map<TopicPartition, Long> ends) {
        long behind = 0;
        for (Map.Entry<String, Map<TopicPartition, Long>> group : done.entrySet()) {
            long lag = 0;
            for (Map.Entry<TopicPartition, Long> at : group.getValue().entrySet()) {
                lag += Math.max(0, ends.getOrDefault(at.getKey(), 0L) - at.getValue());
            }
            behind += Math.max(0, lag - GROUPS.get(group.getKey()));
        }
        return behind;
    }

    private Map<String, Map<TopicPartition, Long>> done()
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        GROUPS.keySet().forEach(group -> asked.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> done = new HashMap<>();
        admin.listConsumerGroupOffsets(asked)
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((group, offsets) -> offsets.forEach((partition, at) -> {
                    if (at != null && partition.topic().endsWith('.' + feed)) {
                        done.computeIfAbsent(group, g -> new HashMap<>()).put(partition, at.offset());
                    }
                }));
        return done;
    }

    @Override
    public void close() {
        admin.close();
    }
}
