package org.weir.consent.enforce;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.topic.Topics;

/** Connections of a process that stands still, once, between its last check and its commit of shared records. */
final class PausingClients implements KafkaClients {
    private final KafkaClients real;
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch woken = new CountDownLatch(1);
    private volatile boolean sharing;

    PausingClients(KafkaSettings kafka) {
        this.real = KafkaClients.of(kafka);
    }

    boolean isPaused() {
        return paused.getCount() == 0;
    }

    void wake() {
        woken.countDown();
    }

    @Override
    public KafkaSettings settings() {
        return real.settings();
    }

    @Override
    public Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return real.consumer(settings);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Producer<byte[], byte[]> producer = real.producer(settings);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (self, method, args) -> {
                    if (method.getName().equals("send")) {
                        sharing |= ((ProducerRecord<?, ?>) args[0]).topic().startsWith(Topics.SHARED.prefix());
                    }
                    if (method.getName().equals("commitTransaction") && sharing && !isPaused()) {
                        paused.countDown();
                        woken.await();
                    }
                    try {
                        return method.invoke(producer, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
