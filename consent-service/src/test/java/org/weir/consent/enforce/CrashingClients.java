package org.weir.consent.enforce;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.topic.Topics;

/** Connections that break off at one step of a transaction, as when the process is killed there. */
final class CrashingClients implements KafkaClients {
    /** Every step of a transaction with records in it. */
    enum Step {
        POLLED,
        BEGUN,
        FIRST_SENT,
        MIDDLE_SENT,
        FLUSHED,
        LEDGER_SENT,
        OFFSETS_SENT,
        BEFORE_COMMIT,
        COMMITTED
    }

    /** The end of the process; nobody catches it. */
    static final class Killed extends ThreadDeath {}

    private final KafkaClients real;
    private final Step at;
    private boolean polled;
    private int sent;
    private volatile boolean armed;
    private volatile boolean dead;

    /** Breaks off when it first comes to that step. */
    CrashingClients(KafkaSettings kafka, Step at) {
        this(kafka, at, true);
    }

    private CrashingClients(KafkaSettings kafka, Step at, boolean armed) {
        this.real = KafkaClients.of(kafka);
        this.at = at;
        this.armed = armed;
    }

    /** Breaks off at that step once it is {@link #kill killed}. */
    static CrashingClients killedLater(KafkaSettings kafka, Step at) {
        return new CrashingClients(kafka, at, false);
    }

    /** From here on the next such step is the last. */
    void kill() {
        armed = true;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public KafkaSettings settings() {
        return real.settings();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        Consumer<byte[], byte[]> consumer = real.consumer(settings);
        return proxy(Consumer.class, (self, method, args) -> {
            Object result = call(consumer, method, args);
            if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
                polled = true;
                reached(Step.POLLED);
            }
            return result;
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Producer<byte[], byte[]> producer = real.producer(settings);
        return proxy(Producer.class, (self, method, args) -> {
            if (method.getName().equals("close")) {
                // Whoever is killed aborts nothing.
                producer.close(Duration.ZERO);
                return null;
            }
            if (polled && method.getName().equals("commitTransaction")) {
                reached(Step.BEFORE_COMMIT);
            }
            Object result = call(producer, method, args);
            if (polled) {
                after(method.getName(), args);
            }
            return result;
        });
    }

    private void after(String method, Object[] args) {
        switch (method) {
            case "beginTransaction" -> reached(Step.BEGUN);
            case "send" -> sent((ProducerRecord<?, ?>) args[0]);
            case "flush" -> reached(Step.FLUSHED);
            case "sendOffsetsToTransaction" -> reached(Step.OFFSETS_SENT);
            case "commitTransaction" -> reached(Step.COMMITTED);
            default -> {
                // No step of a transaction.
            }
        }
    }

    private void sent(ProducerRecord<?, ?> record) {
        if (record.topic().equals(Topics.LEDGER.pattern())) {
            reached(Step.LEDGER_SENT);
        } else if (armed && record.topic().startsWith(Topics.SHARED.prefix())) {
            sent++;
            reached(sent == 1 ? Step.FIRST_SENT : sent == 10 ? Step.MIDDLE_SENT : null);
        }
    }

    private void reached(Step step) {
        if (armed && step == at) {
            dead = true;
            throw new Killed();
        }
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        if (dead && !method.getName().equals("close")) {
            throw new Killed();
        }
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
