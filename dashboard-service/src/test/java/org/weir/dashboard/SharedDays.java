package org.weir.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;

/**
 * A day of a large fleet: that of a smaller one, each of its vehicles several times over under names of their own.
 *
 * @param day of the smaller fleet, in the order in which it came
 * @param copies how many vehicles go where one went
 */
record SharedDays(List<VehiclePosition> day, int copies) {
    /**
     * What movement makes of it.
     *
     * @param runs that have something to tell
     * @param visits of all of them
     */
    record Runs(long runs, long visits) {}

    long size() {
        return (long) day.size() * copies;
    }

    /** Reckons without broker and store what has to be in the database in the end. */
    Runs runs(Schedule schedule) {
        ScheduleBook book = ScheduleBook.of(List.of(schedule));
        Map<String, Track> tracks = new HashMap<>();
        Map<TripRun.Key, TripRun> runs = new HashMap<>();
        for (VehiclePosition each : day) {
            tracks.computeIfAbsent(each.vehicleId(), Track::new).add(book, each);
        }
        day.stream().map(VehiclePosition::vehicleId).distinct().forEach(vehicle -> tracks.get(vehicle)
                .drain()
                .forEach(run -> runs.put(run.key(), run)));
        runs.values().removeIf(run -> run.visits().isEmpty() && run.knots().size() == 0);
        long visits =
                runs.values().stream().mapToLong(run -> run.visits().size()).sum();
        return new Runs((long) runs.size() * copies, visits * copies);
    }

    /** Writes all in one transaction; returns when they became visible, as {@link System#nanoTime} says it. */
    long fill(String broker, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("transactional.id", "fill-" + topic);
        settings.put("transaction.timeout.ms", 600_000);
        settings.put("linger.ms", 20);
        settings.put("batch.size", 200_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (VehiclePosition each : day) {
                for (int copy = 0; copy < copies; copy++) {
                    VehiclePosition sent = copy == 0 ? each : each.withVehicleId(each.vehicleId() + '-' + copy);
                    producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            sent.timestamp() * 1_000,
                            sent.vehicleId().getBytes(StandardCharsets.UTF_8),
                            PositionWriter.write(sent)));
                }
            }
            producer.flush();
            long now = System.nanoTime();
            producer.commitTransaction();
            return now;
        }
    }
}
