package org.weir.dashboard.export.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.Parameter;
import org.weir.schemas.problem.Refusal;

class ExportRequestTest {
    private static ExportRequest with(String name, String value) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.putSingle("feed", "tiny.buses");
        query.putSingle("from", "2026-03-02");
        query.putSingle("to", "2026-03-08");
        query.putSingle(name, value);
        return ExportRequest.read("headways", query);
    }

    @Test
    void takesWhatIsChosen_andRefusesWhatWouldDoNothing() {
        assertThat(with("bunching", "half").choices().of(Parameter.BUNCHING)).isEqualTo("half");
        assertThatThrownBy(() -> with("bunchng", "half"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bunchng");
        assertThatThrownBy(() -> with("peaks", "wide"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("peaks");
    }
}
