package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShaperTest {
    private final JsonShaper shaper = Shape.of(
                    List.of("vehicle.id", "position.latitude", "timestamp"), Map.of(), "vehicle.id")
            .shaper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"vehicle\":{\"id\":\"a\",\"label\":\"b\"},\"x\":1}             | {\"vehicle\":{\"id\":\"a\"}}",
                "{\"vehicle\":{\"label\":\"b\",\"id\":\"a\"}}                     | {\"vehicle\":{\"id\":\"a\"}}",
                "{\"timestamp\":\"5\",\"vehicle\":{}}                            | {\"timestamp\":\"5\",\"vehicle\":{}}",
                "{\"id\":\"a\",\"latitude\":1}                                    | {}",
                "{\"trip\":{\"vehicle\":{\"id\":\"a\"}}}                          | {}",
                "{ \"position\" : { \"latitude\" : -1.5e-3 , \"o\" : [1,{\"a\":2}] } } | {\"position\":{\"latitude\":-1.5e-3}}",
                "{\"vehicle\":null,\"timestamp\":null}                           | {\"timestamp\":null}",
                "{\"\\u0074imestamp\":\"5\"}                                     | {}",
                "{\"a\":\"}\\\"\",\"timestamp\":7}                               | {\"timestamp\":7}",
                "{}                                                              | {}",
            })
    void letsPass_onlyWhatIsListed(String record, String expected) throws UnshapeableRecord {
        assertThat(new String(shaper.shape(record.getBytes(UTF_8)), UTF_8)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{",
                "{\"vehicle\":{\"id\":\"a\"}",
                "{\"vehicle\":{\"id\":\"a}}",
                "{\"vehicle\":\"a\"}",
                "{\"vehicle\":[{\"id\":\"a\"}]}",
                "{\"vehicle\":{\"id\":{\"secret\":\"a\"}}}",
                "{\"vehicle\":{\"id\":[\"a\"]}}",
                "{\"timestamp\":nonsense}",
                "{\"timestamp\":NaN}",
                "{\"timestamp\":1.}",
                "{\"timestamp\":\"a\\qb\"}",
                "{\"timestamp\":1} {}",
                "{\"timestamp\":1,}",
                "{\"x\":,\"timestamp\":1}",
                "{\"timestamp\" 1}"
            })
    void refuses_whatIsNotOfTheAgreedForm(String record) {
        assertThatThrownBy(() -> shaper.shape(record.getBytes(UTF_8))).isInstanceOf(UnshapeableRecord.class);
    }

    @Test
    void refuses_bytesThatAreNoText() {
        byte[] record = "{\"timestamp\":\"x\"}".getBytes(UTF_8);
        record[14] = (byte) 0xff;
        assertThatThrownBy(() -> shaper.shape(record)).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesNothingMore_afterABadRecord() throws UnshapeableRecord {
        assertThatThrownBy(() -> shaper.shape("{\"timestamp\":1,\"vehicle\":{\"id\"".getBytes(UTF_8)))
                .isInstanceOf(UnshapeableRecord.class);
        assertThat(new String(shaper.shape("{\"timestamp\":2}".getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"timestamp\":2}");
        assertThat(shaper.key()).isNull();
    }

    @Test
    void tellsTheSubject_asItFlows() throws UnshapeableRecord {
        shaper.shape("{\"vehicle\":{\"id\":\"b\\u00fcs \\\"1\\\"\"}}".getBytes(UTF_8));
        assertThat(new String(shaper.key(), UTF_8)).isEqualTo("büs \"1\"");
        shaper.shape("{\"vehicle\":{\"id\":17}}".getBytes(UTF_8));
        assertThat(new String(shaper.key(), UTF_8)).isEqualTo("17");
        shaper.shape("{\"vehicle\":{\"id\":null}}".getBytes(UTF_8));
        assertThat(shaper.key()).isNull();
    }
}
