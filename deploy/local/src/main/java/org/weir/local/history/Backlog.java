package org.weir.local.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records of a feed enforcement and movement have still to process, as the broker tells it. Where nothing was
 * committed yet, nothing is known to wait.
 */
final class Backlog implements LongSupplier, AutoCloseable {

    private static final List<String> GROUPS = List.of("consent-enforcement", "dashboard-movement");
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
            Map<TopicPartition, Long> done = done();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            done.keySet().forEach(each -> asked.put(each, OffsetSpec.latest()));
            long behind = 0;
            for (var end : admin.listOffsets(asked)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .entrySet()) {
                behind += Math.max(0, end.getValue().offset() - done.get(end.getKey()));
            }
            return behind;
        } catch (ExecutionException | TimeoutException e) {
            // Until it is known again, nothing more is sent.
            return Long.MAX_VALUE / 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("It was interrupted.");
        }
    }

    private Map<TopicPartition, Long> done() throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        GROUPS.forEach(group -> asked.put(group, new ListConsumerGroupOffsetsSpec()));
        var groups = admin.listConsumerGroupOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> done = new HashMap<>();
        for (Map<TopicPartition, OffsetAndMetadata> offsets : groups.values()) {
            offsets.forEach((partition, at) -> {
                if (at != null && partition.topic().endsWith('.' + feed)) {
                    done.put(partition, at.offset());
                }
            });
        }
        return done;
    }

    @Override
    public void close() {
        admin.close();
    }
}
