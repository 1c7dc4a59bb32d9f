package org.weir.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class FigureRequestTest {
    /** A good request, and what is put in place of its parameters or beside them. */
    private static MultivaluedMap<String, String> query(String... others) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.putSingle("feed", "tiny.buses");
        query.putSingle("route", "1");
        query.putSingle("direction", "0");
        query.putSingle("measure", "headway, bunched");
        query.putSingle("from", "2026-03-02");
        query.putSingle("to", "2026-03-08");
        for (int i = 0; i < others.length; i += 2) {
            query.putSingle(others[i], others[i + 1]);
        }
        return query;
    }

    @Test
    void takesWhatIsRight() {
        FigureRequest asked = FigureRequest.read(query(
                "bunching", "half", "intervals", "no", "hours", "peak", "peaks", "wide", "exclude", "2026-03-03"));

        assertThat(asked.measures()).hasSize(2);
        assertThat(asked.intervals()).isFalse();
        assertThat(asked.hours().test(39)).isTrue();
        assertThat(asked.hours().test(40)).isFalse();
        assertThat(FigureRequest.read(query()).intervals()).isTrue();
        assertThat(FigureRequest.read(query()).hours().test(40)).isTrue();
        assertThat(FigureRequest.read(query("by", "stop", "place", "")).place()).isNull();
    }

    /** Whoever misspells something is not given what they did not ask for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intervals|false|intervals is yes or no",
                "intervals|maybe|intervals is yes or no",
                "hours|rush|hours is all or peak",
                "peaks|wide|hours=peak",
                "measure|,|comma",
                "measure|headway,,bunched|comma",
                "exclude|,2026-01-02|comma",
                "place|1042|by=stop",
                "group|fortnight|group is one of",
                "from|+999999999-12-01|from is a date",
                "to|+10000-01-01|to is a date",
                "exclude|-0001-01-01|exclude is a date",
                "from|2026-02-30|from is 2026-02-30, and there is no such day",
                "to|2026-13-01|to is 2026-13-01, and there is no such day",
                "to|next-month|to is a date",
            })
    void refusesWhatItDoesNotKnow(String name, String value, String said) {
        assertThatThrownBy(() -> FigureRequest.read(query(name, value)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ErrorCode.BAD_PARAMETER))
                .hasMessageContaining(said);
    }

    @Test
    void asksForTheDirection_onlyWhereNothingElseIsWrong() {
        MultivaluedMap<String, String> without = query();
        without.remove("direction");
        assertThatThrownBy(() -> FigureRequest.read(without))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ErrorCode.MISSING_FIELD))
                .hasMessageContaining("direction is missing");

        without.putSingle("group", "fortnight");
        assertThatThrownBy(() -> FigureRequest.read(without)).hasMessageContaining("group is one of");
    }

    @Test
    void tellsAMeasureOnce_thatIsNamedTwice() {
        assertThat(FigureRequest.read(query("measure", "headway,headway")).measures())
                .hasSize(1);
        assertThatThrownBy(() -> FigureRequest.read(query("measure", "luck")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ErrorCode.UNKNOWN_MEASURE));
    }
}
