package org.weir.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedDayTest {

    @TempDir
    Path directory;

    @Test
    void readsFieldsByTheirNames_andLeavesOutWhatIsEmpty() throws IOException {
        List<FeedEntity> entities = play(
                """
                vehicle.timestamp,id,vehicle.trip.trip_id,vehicle.trip.direction_id,vehicle.position.latitude,vehicle.position.longitude,vehicle.vehicle.id,vehicle.stop_id
                1700000000,e1,"t,1",,38.5,-77.25,b1,
                """);

        VehiclePosition position = entities.get(0).getVehicle();
        assertThat(entities).hasSize(1);
        assertThat(position.getTimestamp()).isEqualTo(1_700_000_000);
        assertThat(position.getTrip().getTripId()).isEqualTo("t,1");
        assertThat(position.getTrip().hasDirectionId()).isFalse();
        assertThat(position.hasStopId()).isFalse();
        assertThat(position.getPosition().getLatitude()).isEqualTo(38.5f);
    }

    @Test
    void carriesAPositionWithoutAPlace_soThatIngestCanSayWhatIsWrongWithIt() throws IOException {
        List<FeedEntity> entities = play("vehicle.vehicle.id,vehicle.position.latitude\nb1,38.5\n");

        assertThat(entities.get(0).getVehicle().getPosition().hasLongitude()).isFalse();
    }

    @Test
    void leavesOutWhatIsNoNumberOrNoKnownCode_andGoesOnWithTheNextRow() throws IOException {
        List<FeedEntity> entities = play(
                """
                vehicle.vehicle.id,vehicle.timestamp,vehicle.position.latitude,vehicle.position.longitude,vehicle.current_status
                b1,1700000000,abc,-77.25,9
                b2,1700000030,38.5,-77.25,1
                """);

        assertThat(entities.get(0).getVehicle().getPosition().hasLatitude()).isFalse();
        assertThat(entities.get(0).getVehicle().hasCurrentStatus()).isFalse();
        assertThat(entities.get(1).getVehicle().getPosition().getLatitude()).isEqualTo(38.5f);
        assertThat(entities.get(1).getVehicle().hasCurrentStatus()).isTrue();
    }

    private List<FeedEntity> play(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("positions.csv"), text);
        List<FeedEntity> entities = new ArrayList<>();
        RecordedDay recording = new RecordedDay(file);
        recording.play(recording.names().get(0), entities::add);
        return entities;
    }
}
