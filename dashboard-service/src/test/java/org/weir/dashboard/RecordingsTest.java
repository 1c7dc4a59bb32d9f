package org.weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.recorded.Recording;
import org.weir.dashboard.schedule.StopPlacement;

/** Real recordings, where they are at hand: ../shared/data beside the project. They are no part of it. */
class RecordingsTest {
    private static final Path HERE = Path.of(".");

    private static Recording recording(String name) throws IOException {
        Assumptions.assumeTrue(
                Recording.isAtHand(HERE, name), () -> "Skipped: the recording " + name + " is not beside the project.");
        return Recording.of(HERE, name);
    }

    private static void held(Recording recording, double share, int visits) {
        assertThat(recording.book().newest().content().patterns())
                .allMatch(pattern -> StopPlacement.monotone(pattern.at()));
        assertThat(recording.matched() / (double) recording.positions().size()).isGreaterThan(share);
        assertThat(recording.told().stream()
                        .mapToInt(run -> run.visits().size())
                        .sum())
                .isGreaterThan(visits);
        for (TripRun run : recording.told()) {
            for (int i = 1; i < run.visits().size(); i++) {
                assertThat(run.visits().get(i).arrival())
                        .isGreaterThanOrEqualTo(run.visits().get(i - 1).departure());
            }
        }
    }

    @Test
    void visitsOfOneRouteOfWashington() throws IOException {
        held(recording("wmata-d40"), 0.95, 1_500);
    }

    @Test
    void visitsOfAFleetOfAustin() throws IOException {
        held(recording("austin"), 0.9, 30_000);
    }
}
