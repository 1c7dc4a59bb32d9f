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
import org.weir.consent.transform.ShapedRecord.Flows;

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
        assertThat(shaped(record)).isEqualTo(expected);
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
                "{\"timestamp\":1,\"timestamp\":2}",
                "{\"vehicle\":{},\"vehicle\":{}}",
                "{\"vehicle\":null,\"vehicle\":{}}",
                "{\"x\":,\"timestamp\":1}",
                "{\"timestamp\" 1}"
            })
    void refuses_whatIsNotOfTheAgreedForm(String record) {
        assertThatThrownBy(() -> shaper.shape(record.getBytes(UTF_8), 0)).isInstanceOf(UnshapeableRecord.class);
    }

    @Test
    void refuses_bytesThatAreNoText() {
        byte[] record = "{\"timestamp\":\"x\"}".getBytes(UTF_8);
        record[14] = (byte) 0xff;
        assertThatThrownBy(() -> shaper.shape(record, 0)).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesNothingMore_afterABadRecord() throws UnshapeableRecord {
        assertThatThrownBy(() -> shaper.shape("{\"timestamp\":1,\"vehicle\":{\"id\"".getBytes(UTF_8), 0))
                .isInstanceOf(UnshapeableRecord.class);
        assertThat(shaped("{\"timestamp\":2}")).isEqualTo("{\"timestamp\":2}");
        assertThat(key("{\"timestamp\":2}")).isNull();
    }

    @Test
    void tellsTheSubject_asItFlows() throws UnshapeableRecord {
        assertThat(key("{\"vehicle\":{\"id\":\"b\\u00fcs \\\"1\\\"\"}}")).isEqualTo("büs \"1\"");
        assertThat(key("{\"vehicle\":{\"id\":17}}")).isEqualTo("17");
        assertThat(key("{\"vehicle\":{\"id\":null}}")).isNull();
    }

    private String shaped(String record) throws UnshapeableRecord {
        return new String(flows(record).value(), UTF_8);
    }

    private String key(String record) throws UnshapeableRecord {
        byte[] key = flows(record).key();
        return key == null ? null : new String(key, UTF_8);
    }

    private Flows flows(String record) throws UnshapeableRecord {
        return (Flows) shaper.shape(record.getBytes(UTF_8), 0);
    }
}
