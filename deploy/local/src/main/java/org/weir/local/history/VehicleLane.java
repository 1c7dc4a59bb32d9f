package org.weir.local.history;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import java.util.concurrent.CompletableFuture;

/** The positions of some vehicles, pushed message by message: the next when the one before is acknowledged, so that each vehicle's order stays. */
final class VehicleLane {

    /** A push costs about as much as 50 positions; some 2000 make it small and still take less than a tenth of a second. */
    private static final int MESSAGE = 2_000;

    private final Pushes pushes;
    private final Pace pace;
    private FeedMessage.Builder message = empty();
    private CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);

    VehicleLane(Pushes pushes, Pace pace) {
        this.pushes = pushes;
        this.pace = pace;
    }

    void add(FeedEntity entity) {
        message.addEntity(entity);
        if (message.getEntityCount() == MESSAGE) {
            send();
        }
    }

    /** Waits until everything is acknowledged. */
    void finish() {
        send();
        underway.join();
    }

    private void send() {
        underway.join();
        int positions = message.getEntityCount();
        if (positions > 0) {
            pace.awaitRoomFor(positions);
            underway = pushes.push(message.buildPartial().toByteArray());
            message = empty();
        }
    }

    private static FeedMessage.Builder empty() {
        return FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder()
                        .setGtfsRealtimeVersion("2.0")
                        .setIncrementality(FeedHeader.Incrementality.DIFFERENTIAL));
    }
}
