package org.weir.city.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.city.flaw.Message;
import org.weir.city.flaw.Position;
import org.weir.city.sim.BusReport.Status;

class PositionsFileTest {
    private static String line(String trip, LocalDate date, String time, int direction) throws IOException {
        StringWriter text = new StringWriter();
        Position position = new Position(
                "4101",
                trip,
                "1",
                direction,
                date,
                time,
                42.2850004,
                -74.6550006,
                359.96,
                4.005,
                1,
                1772456400,
                3,
                "1003",
                Status.STOPPED,
                30);
        new PositionsFile(text).accept(new Message(1772456402, position, null));
        return text.toString().substring(PositionsFile.HEADER.length());
    }

    @Test
    void writesPositions_asTheyWereHeard() throws IOException {
        assertThat(line("weekday-1-0-0600", LocalDate.of(2026, 3, 2), "06:00:00", 0))
                .isEqualTo(
                        "4101,weekday-1-0-0600,06:00:00,20260302,0,1,0,42.285000,-74.655001,360.0,4.01,3,1,1772456400,"
                                + "1003,4101,4101,2,1772456402\n");
    }

    @Test
    void leavesEmpty_whatABusDoesNotKnow() throws IOException {
        assertThat(line(null, null, null, -1)).startsWith("4101,,,,,1,,42.285000,");
    }

    @Test
    void writesSmallNegatives_withTheirSign() {
        StringBuilder line = new StringBuilder();
        PositionsFile.decimals(line, -0.0312, 2);
        PositionsFile.decimals(line, -0.001, 2);
        PositionsFile.decimals(line, 12, 1);
        assertThat(line).hasToString(",-0.03,0.00,12.0");
    }
}
