package org.weir.consent.ledger.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.weir.consent.ledger.Balance;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.topic.Topics;

/** Sums the ledger's topic into balances, each entry exactly once: the offset is kept with the sums. */
@ApplicationScoped
class LedgerSummer {
    private static final Logger LOG = Logger.getLogger(LedgerSummer.class);
    private static final TopicPartition LEDGER = new TopicPartition(Topics.LEDGER.pattern(), 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final LedgerStore store;
    private final Thread thread = new Thread(this::run, "consent-ledger");
    private volatile boolean stopping;

    LedgerSummer(KafkaSettings kafka, TopicKeeper topics, LedgerStore store) {
        this.kafka = kafka;
        this.topics = topics;
        this.store = store;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.join(2_000);
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.consumer("consent-ledger"))) {
                topics.create(Topics.LEDGER);
                sum(consumer);
            } catch (InterruptException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.warnf("The ledger's balances wait: %s", e.getMessage());
                rest();
            }
        }
    }

    private void sum(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(LEDGER));
        long next = store.progress(LEDGER.partition());
        consumer.seek(LEDGER, next);
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                continue;
            }
            long to = records.nextOffsets().get(LEDGER).offset();
            if (store.add(LEDGER.partition(), next, to, sums(entries(records)))) {
                next = to;
            } else {
                // Another process added them; go on where it is.
                next = store.progress(LEDGER.partition());
                consumer.seek(LEDGER, next);
            }
        }
    }

    private static List<LedgerEntry> entries(ConsumerRecords<byte[], byte[]> records) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                entries.add(Json.TOLERANT.readValue(record.value(), LedgerEntry.class));
            } catch (IOException | RuntimeException e) {
                LOG.errorf("An entry of the ledger cannot be read and is not summed; offset=%d", record.offset());
            }
        }
        return entries;
    }

    private static Collection<Balance> sums(List<LedgerEntry> entries) {
        Map<String, Balance> sums = new LinkedHashMap<>();
        for (LedgerEntry each : entries) {
            sums.merge(each.feed() + "/" + each.agreement(), Balance.of(each), Balance::plus);
        }
        return sums.values();
    }

    private void rest() {
        synchronized (this) {
            try {
                wait(1_000);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }
}
