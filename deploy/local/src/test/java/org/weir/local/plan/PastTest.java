package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastTest {

    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-03-29T07:30");

    @Test
    void sendsFourWeeksThatEndWithYesterday_whenNothingIsSaid() {
        assertThat(of(null, true, MORNING)).contains(new Past.City(LocalDate.parse("2026-03-01"), 28));
    }

    @Test
    void leavesADateAlone_whoseLastBusesStillRun() {
        assertThat(of("1", true, LocalDateTime.parse("2026-03-29T01:30")))
                .contains(new Past.City(LocalDate.parse("2026-03-27"), 1));
    }

    @Test
    void sendsNothing_ofAnAgencyThatGaveNothing_orWhereNothingIsWanted() {
        assertThat(of(null, false, MORNING)).isEmpty();
        assertThat(Past.of(Optional.empty(), true, true, MORNING)).isEmpty();
    }

    @Test
    void sendsARecordingOfAnyAgency(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("positions.csv"));
        assertThat(of(file.toString(), false, MORNING)).contains(new Past.Recording(file));
    }

    @Test
    void refusesWhatCannotBeSent() {
        assertThatThrownBy(() -> of("61", true, MORNING))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> of("0", true, MORNING)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> of("28", false, MORNING))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("has a file");
        assertThatThrownBy(() -> of("nowhere.csv", true, MORNING)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Past.of(Optional.of("3"), true, true, MORNING)).isInstanceOf(Misuse.class);
    }

    private static Optional<Past> of(String history, boolean city, LocalDateTime now) {
        return Past.of(Optional.ofNullable(history), false, city, now);
    }
}
