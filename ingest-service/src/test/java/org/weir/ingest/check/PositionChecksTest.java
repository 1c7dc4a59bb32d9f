package org.weir.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.busAt;
import static org.weir.ingest.Agencies.message;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.ingest.decode.Entity;
import org.weir.ingest.decode.MessageReader;
import org.weir.schemas.problem.ErrorCode;

class PositionChecksTest {
    private static final long NOW = 1_800_000_000;

    @Test
    void passesAGoodPosition() {
        assertThat(code(bus("b1", NOW - 20))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, -77, COORDINATES_NOT_NUMBERS",
        "38, Infinity, COORDINATES_NOT_NUMBERS",
        "90.1, -77, COORDINATES_OFF_EARTH",
        "38, -180.5, COORDINATES_OFF_EARTH",
        "0, 0, COORDINATES_ZERO",
        "-0.0, 0, COORDINATES_ZERO"
    })
    void refusesCoordinates(float latitude, float longitude, ErrorCode code) {
        assertThat(code(busAt("b1", NOW, latitude, longitude))).contains(code);
    }

    @Test
    void passesTheEquatorAndThePoles() {
        assertThat(code(busAt("b1", NOW, 0, 6.6f))).isEmpty();
        assertThat(code(busAt("b1", NOW, 90, 180))).isEmpty();
    }

    @Test
    void refusesAPositionWithoutPlace() {
        FeedEntity.Builder bus = bus("b1", NOW);
        bus.getVehicleBuilder().clearPosition();
        assertThat(code(bus)).contains(ErrorCode.NO_POSITION);
    }

    @Test
    void refusesAVehicleThatIsNotNamed_evenWhenItHasALabel() {
        FeedEntity.Builder bus = bus("b1", NOW);
        bus.getVehicleBuilder().getVehicleBuilder().clearId().setLabel("7");
        assertThat(code(bus)).contains(ErrorCode.NO_VEHICLE_ID);
        bus.getVehicleBuilder().getVehicleBuilder().setId("  ");
        assertThat(code(bus)).contains(ErrorCode.NO_VEHICLE_ID);
    }

    @Test
    void refusesAPositionWithoutTime() {
        FeedEntity.Builder bus = bus("b1", NOW);
        bus.getVehicleBuilder().clearTimestamp();
        assertThat(code(bus)).contains(ErrorCode.NO_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "300, ",
        "301, TIMESTAMP_IN_FUTURE",
        "1700000000, TIMESTAMP_IN_FUTURE",
        "-86400, ",
        "-86401, TIMESTAMP_TOO_OLD"
    })
    void judgesAgeByTheWallClock(long offset, ErrorCode code) {
        assertThat(code(bus("b1", NOW + offset))).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void refusesATimestampOfSixtyFourBits() {
        assertThat(code(bus("b1", -1))).contains(ErrorCode.TIMESTAMP_IN_FUTURE);
    }

    @Test
    void takesThePast_whenTheFeedIsRecorded() {
        Entity entity =
                MessageReader.read(message(bus("b1", 1_500_000_000))).entities().get(0);
        assertThat(PositionChecks.finding(entity, new Moment(NOW, true))).isEmpty();
        assertThat(PositionChecks.finding(entity, new Moment(NOW, false))).isPresent();
    }

    @Test
    void refusesIdsThatAreTooLong() {
        assertThat(code(bus("b".repeat(256), NOW).setId("e"))).isEmpty();
        assertThat(code(bus("b".repeat(257), NOW).setId("e"))).contains(ErrorCode.ID_TOO_LONG);
        FeedEntity.Builder bus = bus("b1", NOW);
        bus.getVehicleBuilder().getTripBuilder().setTripId("t".repeat(257));
        assertThat(code(bus)).contains(ErrorCode.ID_TOO_LONG);
        bus.getVehicleBuilder().clearTrip().setStopId("s".repeat(257));
        assertThat(code(bus)).contains(ErrorCode.ID_TOO_LONG);
    }

    private static Optional<ErrorCode> code(FeedEntity.Builder bus) {
        Entity entity = MessageReader.read(message(bus)).entities().get(0);
        return PositionChecks.finding(entity, new Moment(NOW, false)).map(Finding::code);
    }
}
