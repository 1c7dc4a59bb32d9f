package org.weir.ingest.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.json;
import static org.weir.ingest.Agencies.jsonBus;
import static org.weir.ingest.Agencies.message;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.ingest.decode.MessageReader.Form;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class MessageReaderTest {
    @Test
    void readsProtobuf_asThePublisherMeantIt() {
        // Given
        FeedEntity.Builder bus = bus("b1", 1_700_000_000);
        bus.getVehicleBuilder().getTripBuilder().setTripId("t").setDirectionId(0);
        bus.getVehicleBuilder().getPositionBuilder().setSpeed(Float.NaN).setBearing(90);

        // When
        Message read = MessageReader.read(message(bus));

        // Then
        VehiclePosition p = ((Entity.Position) read.entities().get(0)).position();
        assertThat(p.vehicleId()).isEqualTo("b1");
        assertThat(p.latitude()).isEqualTo(38.9);
        assertThat(p.longitude()).isEqualTo(-77.03);
        assertThat(p.bearing()).isEqualTo(90f);
        assertThat(p.speed()).isNaN();
        assertThat(p.directionId()).isZero();
        assertThat(p.status()).isNull();
        assertThat(p.timestamp()).isEqualTo(1_700_000_000);
    }

    @Test
    void readsJson_asItReadsProtobuf() {
        // When
        Message fromJson = MessageReader.read(
                json(jsonBus("b1", 1_700_000_000, "38.9", "-77.03")).getBytes(UTF_8));
        Message fromProtobuf = MessageReader.read(message(bus("b1", 1_700_000_000)));

        // Then
        assertThat(fromJson).isEqualTo(fromProtobuf);
    }

    @Test
    void ignoresAndCounts_whatIsNoPosition() {
        // Given
        FeedEntity.Builder update = FeedEntity.newBuilder()
                .setId("u")
                .setTripUpdate(TripUpdate.newBuilder().setTrip(TripDescriptor.newBuilder()));
        FeedEntity.Builder gone = bus("b2", 1).setIsDeleted(true);

        // When
        Message protobuf = MessageReader.read(message(bus("b1", 1), update, gone));
        Message json = MessageReader.read(json(
                        jsonBus("b1", 1, "1", "1"),
                        "{\"id\":\"u\",\"tripUpdate\":{}}",
                        "{\"id\":\"g\",\"isDeleted\":true}")
                .getBytes(UTF_8));

        // Then
        assertThat(protobuf.entities()).hasSize(1);
        assertThat(protobuf.ignored()).isEqualTo(2);
        assertThat(json.entities()).hasSize(1);
        assertThat(json.ignored()).isEqualTo(2);
    }

    @Test
    void keepsTheGood_whenAnEntityOfProtobufLacksWhatIsRequiredOrIsBroken() {
        // Given
        FeedEntity.Builder placeless = bus("b2", 1);
        placeless.getVehicleBuilder().clearPosition();
        byte[] good = message(bus("b1", 1), placeless);
        byte[] broken = Arrays.copyOf(good, good.length + 4);
        // An entity of two bytes that announces more than it holds.
        broken[good.length] = 2 << 3 | 2;
        broken[good.length + 1] = 2;
        broken[good.length + 2] = 1 << 3 | 2;
        broken[good.length + 3] = 50;

        // When
        Message read = MessageReader.read(broken);

        // Then
        assertThat(read.entities()).hasSize(3);
        assertThat(((Entity.Position) read.entities().get(1)).placed()).isFalse();
        assertThat(read.entities().get(2)).isInstanceOf(Entity.Unreadable.class);
    }

    @Test
    void keepsTheGood_whenAnEntityOfJsonHoldsWordsForNumbers() {
        // When
        Message read = MessageReader.read(json(
                        jsonBus("b1", 1, "38.9", "-77"),
                        jsonBus("b2", 1, "\"north\"", "-77"),
                        jsonBus("b3", 1, "NaN", "-77"),
                        jsonBus("b4", 1, "null", "-77"),
                        "7",
                        "{\"id\":\"e\",\"vehicle\":[]}",
                        jsonBus("b5", 1, "38.9", "-77"))
                .getBytes(UTF_8));

        // Then
        assertThat(read.entities()).hasSize(7);
        assertThat(read.entities().get(1)).isInstanceOfSatisfying(Entity.Unreadable.class, e -> assertThat(e.id())
                .isEqualTo("entity-b2"));
        assertThat(((Entity.Position) read.entities().get(2)).placed()).isTrue();
        assertThat(((Entity.Position) read.entities().get(2)).position().latitude())
                .isNaN();
        assertThat(((Entity.Position) read.entities().get(3)).placed()).isFalse();
        assertThat(read.entities().get(4)).isInstanceOf(Entity.Unreadable.class);
        assertThat(read.entities().get(5)).isInstanceOf(Entity.Unreadable.class);
        assertThat(((Entity.Position) read.entities().get(6)).position().vehicleId())
                .isEqualTo("b5");
    }

    @Test
    void refusesTheWhole_whereverAProtobufIsCutWithinAnEntity() {
        byte[] whole = message(bus("b1", 1_700_000_000), bus("b2", 1_700_000_000));
        int lastEntity = message(bus("b1", 1_700_000_000)).length;
        for (int cut = lastEntity + 1; cut < whole.length; cut++) {
            byte[] truncated = Arrays.copyOf(whole, cut);
            assertThat(codeOf(truncated, Form.PROTOBUF)).isEqualTo(ErrorCode.BODY_UNREADABLE);
        }
    }

    @Test
    void refusesTheWhole_whereverJsonIsCut() {
        byte[] whole =
                json(jsonBus("b1", 1, "1", "1"), jsonBus("b2", 1, "1", "1")).getBytes(UTF_8);
        for (int cut = 1; cut < whole.length; cut++) {
            assertThat(codeOf(Arrays.copyOf(whole, cut), Form.JSON)).isEqualTo(ErrorCode.BODY_UNREADABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "\n  <!DOCTYPE html>", "<?xml version='1.0'?>", "\uFEFF<HTML>"})
    void namesAWebPage(String page) {
        assertThat(codeOf(page.getBytes(UTF_8), Form.PROTOBUF)).isEqualTo(ErrorCode.BODY_IS_HTML);
        assertThat(codeOf(page.getBytes(UTF_8), Form.JSON)).isEqualTo(ErrorCode.BODY_IS_HTML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"entity\":[]}",
                "{\"header\":{},\"entity\":{}}",
                "{\"header\":{}} x",
                "nonsense"
            })
    void refusesJsonThatIsNoFeedMessage(String body) {
        assertThat(codeOf(body.getBytes(UTF_8), Form.JSON)).isEqualTo(ErrorCode.BODY_UNREADABLE);
    }

    @Test
    void namesAnEmptyBody() {
        assertThat(codeOf(new byte[0], Form.PROTOBUF)).isEqualTo(ErrorCode.BODY_EMPTY);
    }

    @Test
    void refusesBytesThatAreNoMessage() {
        assertThat(codeOf("just words".getBytes(UTF_8), Form.PROTOBUF)).isEqualTo(ErrorCode.BODY_UNREADABLE);
        assertThatThrownBy(() -> MessageReader.read("just words".getBytes(UTF_8)))
                .isInstanceOf(Refusal.class);
    }

    private static ErrorCode codeOf(byte[] body, Form form) {
        try {
            MessageReader.read(body, form);
            return null;
        } catch (Refusal refusal) {
            return refusal.error();
        }
    }
}
