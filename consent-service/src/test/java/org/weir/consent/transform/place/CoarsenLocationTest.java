package org.weir.consent.transform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.consent.transform.Shaping.of;
import static org.weir.consent.transform.Shaping.text;

import org.junit.jupiter.api.Test;

class CoarsenLocationTest {
    private static final String HERE = "{\"position\":{\"latitude\":42.36012,\"longitude\":-71.05891,\"speed\":7}}";
    private static final String CELL_8 = Long.toHexString(Cells.at(42.36012, -71.05891, 8));
    private static final String CELL_6 = Long.toHexString(Cells.at(42.36012, -71.05891, 6));
    private static final String ELSEWHERE = Long.toHexString(Cells.at(42.40, -71.2, 8));

    @Test
    void puts_theMiddleOfTheCell_inThePlaceOfThePosition() throws Exception {
        var centre = Cells.centre(Cells.at(42.36012, -71.05891, 8));

        assertThat(text(HERE, of("coarsenLocation", "position", "resolution", "8")))
                .isEqualTo("{\"position\":{\"latitude\":%.6f,\"longitude\":%.6f,\"speed\":7}}"
                        .formatted(centre.lat, centre.lng));
    }

    @Test
    void withholds_aRecordInAProtectedZone_ofWhateverResolution() throws Exception {
        assertThat(text(HERE, protecting(CELL_8))).isEqualTo("protected-zone");
        assertThat(text(HERE, protecting(ELSEWHERE + ", " + CELL_6))).isEqualTo("protected-zone");
        assertThat(text(HERE, protecting(ELSEWHERE))).startsWith("{");
    }

    @Test
    void withholds_whatDoesNotSayWhereItIs_whereAnythingIsProtected() throws Exception {
        assertThat(text("{\"stopId\":\"7\"}", protecting(ELSEWHERE))).isEqualTo("scope-unknown");
        assertThat(text("{\"stopId\":\"7\"}", of("coarsenLocation", "position", "resolution", "8")))
                .isEqualTo("{\"stopId\":\"7\"}");
    }

    @Test
    void aCoarserCell_tellsNoMore() throws Exception {
        // Every point of one fine cell whose parent is the same gives one coarse answer.
        long cell = Cells.at(42.36012, -71.05891, 10);
        var centre = Cells.centre(cell);
        String same = "{\"position\":{\"latitude\":" + centre.lat + ",\"longitude\":" + centre.lng + ",\"speed\":7}}";

        assertThat(text(same, of("coarsenLocation", "position", "resolution", "10")))
                .isEqualTo(text(HERE, of("coarsenLocation", "position", "resolution", "10")));
    }

    private static org.weir.schemas.agreement.Obligation protecting(String cells) {
        return of("coarsenLocation", "position", "resolution", "8", "protect", cells);
    }
}
