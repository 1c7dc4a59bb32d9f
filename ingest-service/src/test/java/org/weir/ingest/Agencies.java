package org.weir.ingest;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.util.List;

/** Messages as agencies send them. */
public final class Agencies {
    private Agencies() {}

    /** A bus on Main Street. */
    public static FeedEntity.Builder bus(String id, long timestamp) {
        return FeedEntity.newBuilder()
                .setId("entity-" + id)
                .setVehicle(VehiclePosition.newBuilder()
                        .setVehicle(VehicleDescriptor.newBuilder().setId(id))
                        .setPosition(Position.newBuilder().setLatitude(38.9f).setLongitude(-77.03f))
                        .setTimestamp(timestamp));
    }

    /** The same elsewhere. */
    public static FeedEntity.Builder busAt(String id, long timestamp, float latitude, float longitude) {
        FeedEntity.Builder bus = bus(id, timestamp);
        bus.getVehicleBuilder().getPositionBuilder().setLatitude(latitude).setLongitude(longitude);
        return bus;
    }

    public static byte[] message(FeedEntity.Builder... entities) {
        return message(List.of(entities));
    }

    public static byte[] message(List<FeedEntity.Builder> entities) {
        FeedMessage.Builder message =
                FeedMessage.newBuilder().setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0"));
        entities.forEach(message::addEntity);
        return message.buildPartial().toByteArray();
    }

    /** A message in JSON with these entities, each as JSON. */
    public static String json(String... entities) {
        return "{\"header\":{\"gtfsRealtimeVersion\":\"2.0\"},\"entity\":[" + String.join(",", entities) + "]}";
    }

    /** An entity in JSON. */
    public static String jsonBus(String id, long timestamp, String latitude, String longitude) {
        return "{\"id\":\"entity-" + id + "\",\"vehicle\":{\"vehicle\":{\"id\":\"" + id
                + "\"},\"position\":{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "},\"timestamp\":\""
                + timestamp + "\"}}";
    }
}
