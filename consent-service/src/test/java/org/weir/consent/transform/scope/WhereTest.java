package org.weir.consent.transform.scope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.consent.transform.RecordStep;
import org.weir.consent.transform.Shape;
import org.weir.consent.transform.ShapedRecord.Withheld;
import org.weir.consent.transform.Shaping;

class WhereTest {
    private static final String RECORD =
            "{\"trip\":{\"routeId\":\"28\",\"directionId\":1},\"vehicle\":{\"id\":\"b1\",\"label\":7},"
                    + "\"position\":{\"latitude\":42.3,\"longitude\":-71.1,\"speed\":10},\"timestamp\":\"1760000000\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "trip.routeId == '28'                                  ; flows",
                "trip.routeId == '29'                                  ; out-of-scope",
                "trip.routeId in ['28', '30']                          ; flows",
                "trip.directionId == 1 && position.speed > 5           ; flows",
                "trip.routeId.matches('^(a+)+$')                       ; out-of-scope",
                "eventTime.getHours('America/New_York') < 24           ; flows",
                "trip.startDate == '20260302'                          ; scope-unknown",
                "trip.startDate != '20260302'                          ; scope-unknown",
                "!(trip.startDate == '20260302')                       ; scope-unknown",
                "trip.startDate in ['a']                               ; scope-unknown",
                "!(trip.startDate in ['a'])                            ; scope-unknown",
                "[trip.startDate].size() == 1                          ; scope-unknown",
                "trip.startDate == 'a' ? true : true                   ; scope-unknown",
                "trip.startDate == 'a' || trip.routeId == '28'         ; flows",
                "trip.startDate == 'a' || trip.routeId == '29'         ; scope-unknown",
                "trip.startDate == 'a' && trip.routeId == '29'         ; out-of-scope",
                "trip.startDate == 'a' && trip.routeId == '28'         ; scope-unknown",
                "vehicle.label == '7'                                  ; scope-unknown",
                "vehicle.label != '7'                                  ; scope-unknown",
                "int(vehicle.id) > 3                                   ; scope-unknown",
                "1 / (trip.directionId - 1) == 1                       ; scope-unknown",
            })
    void hasThreeValues(String predicate, String outcome) throws Exception {
        assertThat(outcome(predicate)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "trip.routeId ==", "trip.routeId", "trip.routeId == 28", "trip.nothing == 'x'", "driver == 'x'",
                "has(trip.routeId)", "[1, 2].all(x, x > 0)", "[[1], [2]].exists(x, true)", "trip == null", "unknown(1)",
                        "1"
            })
    void refuses_whatIsNoPredicateOverTheContract(String predicate) {
        assertThatThrownBy(() -> Where.of(predicate, Shaping.CONTRACT.fields()))
                .isInstanceOf(PredicateFault.class)
                .hasMessageNotContaining("\n");
    }

    private static String outcome(String predicate) throws Exception {
        List<RecordStep> steps = List.of(Where.of(predicate, Shaping.CONTRACT.fields()));
        var shaped = Shape.of(List.of("timestamp"), steps, "vehicle.id")
                .shaper()
                .shape(RECORD.getBytes(UTF_8), Shaping.NOON);
        return shaped instanceof Withheld withheld ? withheld.reason().code() : "flows";
    }
}
