package org.weir.city.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.city.sim.StopEvent;

class TruthFileTest {
    @Test
    void writesMilliseconds() throws IOException {
        StringWriter text = new StringWriter();
        new TruthFile(text)
                .happened(
                        new StopEvent(LocalDate.of(2026, 3, 2), "t", "4101", 7, "1001", 1772456400.0049, 1772456412.5));
        assertThat(text).hasToString(TruthFile.HEADER + "2026-03-02,t,4101,7,1001,1772456400.005,1772456412.500\n");
    }
}
