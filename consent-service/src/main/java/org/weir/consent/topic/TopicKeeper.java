package org.weir.consent.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.TopicDeclaration;

/** Creates topics as they are declared, says how far they reach, and locks out silent writers. */
public final class TopicKeeper implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Admin admin;
    private final short replication;

    /** @param replication how many brokers keep each record */
    public TopicKeeper(KafkaSettings kafka, short replication) {
        this.admin = Admin.create(kafka.common());
        this.replication = replication;
    }

    /** Creates the one topic of that declaration where it is missing. */
    public void create(TopicDeclaration declaration) {
        create(declaration.pattern(), declaration.partitions(), declaration.settings());
    }

    /** Creates a topic where it is missing; one that is there stays as it is. */
    public void create(String name, int partitions, Map<String, String> settings) {
        createdNow(name, partitions, settings);
    }

    /** Makes a topic forget as the settings say, whether it is new or was there with other ones. */
    public void keep(String name, int partitions, Map<String, String> settings) {
        if (createdNow(name, partitions, settings)) {
            return;
        }
        Map<String, String> all = new HashMap<>(settings);
        // A bound by size that an earlier setting left would delete records before their time.
        all.putIfAbsent(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        List<AlterConfigOp> changes = all.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        await(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                .all());
    }

    private boolean createdNow(String name, int partitions, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, partitions, replication).configs(settings);
        try {
            await(admin.createTopics(List.of(topic)).all());
            // Asks every partition's leader, so that the first record finds one. A producer that has to send its first
            // batches again may find them out of order, for the broker does not know yet with which it began.
            endOffsets(name);
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    /** How many partitions the topic has; empty where there is no such topic. */
    public Optional<Integer> partitions(String topic) {
        try {
            TopicDescription description =
                    await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
            return Optional.of(description.partitions().size());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    /** The offset behind the last record of each partition, transaction markers included. */
    public Map<Integer, Long> endOffsets(String topic) {
        Map<TopicPartition, OffsetSpec> wanted =
                new TreeMap<>(java.util.Comparator.comparing(TopicPartition::partition));
        for (int p = 0; p < partitions(topic).orElse(0); p++) {
            wanted.put(new TopicPartition(topic, p), OffsetSpec.latest());
        }
        Map<Integer, Long> ends = new TreeMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
                await(admin.listOffsets(wanted).all()).entrySet()) {
            ends.put(each.getKey().partition(), each.getValue().offset());
        }
        return ends;
    }

    /** The names of the topics that begin so, in order. */
    public List<String> names(String prefix) {
        return await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Deletes every record that a topic holds; the topic stays, and its offsets go on. */
    public void deleteRecords(String topic) {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int p = 0; p < partitions(topic).orElse(0); p++) {
            // Minus one is the end.
            all.put(new TopicPartition(topic, p), RecordsToDelete.beforeOffset(-1));
        }
        await(admin.deleteRecords(all).all());
    }

    /** How far a group has come, by partition. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, at) -> committed.put(partition, at == null ? 0 : at.offset()));
        return committed;
    }

    /** Forgets how far a group has come; false while somebody still is in it. */
    public boolean forget(String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
            return true;
        } catch (GroupIdNotFoundException e) {
            return true;
        } catch (GroupNotEmptyException e) {
            return false;
        }
    }

    /** How far every topic reaches whose name begins so: behind the last record that readers of committed ones see. */
    public Map<TopicPartition, Long> ends(String prefix) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        await(admin.describeTopics(names(prefix)).allTopicNames()).values().forEach(topic -> topic.partitions()
                .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /**
     * Locks out whoever writes under this transactional id: what it has open is aborted, and it can commit nothing more
     * until it begins anew. Returns when the abort is complete.
     */
    public void fence(String transactionalId) {
        await(admin.fenceProducers(List.of(transactionalId)).all());
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof GroupIdNotFoundException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof GroupNotEmptyException busy) {
                throw busy;
            }
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not do what was asked.");
        } catch (TimeoutException e) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is stopping.");
        }
    }
}
