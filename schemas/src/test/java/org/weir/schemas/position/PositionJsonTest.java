package org.weir.schemas.position;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionJsonTest {
    @Test
    void writes_protobufsCanonicalJson() {
        assertThat(new String(PositionWriter.write(Positions.full()), UTF_8))
                .startsWith("{\"trip\":{\"tripId\":\"t-12\"")
                .contains("\"timestamp\":\"1795000000\"")
                .contains("\"currentStatus\":\"IN_TRANSIT_TO\"");
    }

    @Test
    void reads_whatItWrote() throws IOException {
        assertThat(PositionReader.read(PositionWriter.write(Positions.full()))).isEqualTo(Positions.full());
    }

    @Test
    void takes_numbersWithAndWithoutQuotes_andPassesOverUnknownFields() throws IOException {
        VehiclePosition p = PositionReader.read(
                "{\"new\":{\"a\":[1]},\"position\":{\"latitude\":\"42.5\",\"longitude\":-71},\"timestamp\":17,\"trip\":null}"
                        .getBytes(UTF_8));
        assertThat(p.latitude()).isEqualTo(42.5);
        assertThat(p.timestamp()).isEqualTo(17);
        assertThat(p.tripId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{\"position\":{\"latitude\":42.5",
                "{\"position\":{\"latitude\":\"north\"}}",
                "{\"timestamp\":\"soon\"}",
                "{\"timestamp\":99999999999999999999}",
                "{\"currentStopSequence\":4294967296}",
                "{\"stopId\":{\"a\":1}}"
            })
    void refuses_whatIsNotAPosition_withoutAnythingButAnIoException(String json) {
        assertThatThrownBy(() -> PositionReader.read(json.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
