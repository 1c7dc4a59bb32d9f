package org.weir.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.local.plan.Place;
import org.weir.local.plan.PlannedProcess;

class CrewTest {

    @TempDir
    Path data;

    private Place place;
    private Crew crew;

    @BeforeEach
    void begin() throws Exception {
        place = new Place(data, data);
        DataDirectory.prepare(place, true);
        crew = new Crew(place);
    }

    @Test
    void saysWhichProcessEndedAndItsLastLines() {
        // Given one that stays and one that fails
        crew.start(shell("steady", "sleep 60"));
        crew.start(shell("frail", "echo no database here; exit 3"));

        // When / Then
        assertThatThrownBy(() -> crew.pause(Duration.ofSeconds(20)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("frail ended by itself (exit code 3)")
                .hasMessageContaining("no database here");
        crew.end();
    }

    @Test
    void endsTheLastStartedFirst_andForgetsTheRun() throws Exception {
        // Given two that note their end
        Path ends = data.resolve("ends");
        String noteEnd = "trap 'echo $0 >> " + ends + "; exit 0' TERM; echo up; while :; do sleep 0.05; done";
        crew.start(new PlannedProcess("first", List.of("bash", "-c", noteEnd, "first"), Map.of(), null));
        crew.start(new PlannedProcess("second", List.of("bash", "-c", noteEnd, "second"), Map.of(), null));
        while (!LogLine.begins(place.log("first"), "up") || !LogLine.begins(place.log("second"), "up")) {
            crew.pause(Duration.ofMillis(20));
        }
        assertThat(Files.readAllLines(place.processFile()))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("launcher ");

        // When
        crew.end();

        // Then
        assertThat(Files.readAllLines(ends)).containsExactly("second", "first");
        assertThat(place.processFile()).doesNotExist();
    }

    @Test
    void startsAServiceAgain_andSaysSo_untilAnotherProcessEndsForGood() throws Exception {
        // Given a service that ends at its first start and asks the other to end at its second
        Path firstStart = data.resolve("first-start");
        Path over = data.resolve("over");
        crew.start(shell("steady", "until [ -e " + over + " ]; do sleep 0.05; done; exit 4"));
        crew.start(shell(
                "service",
                "echo up; if [ -e " + firstStart + " ]; then touch " + over + "; sleep 60; fi; touch " + firstStart
                        + "; exit 137"));
        List<String> told = new ArrayList<>();

        // When
        StartFailure end = crew.watch(Set.of("service"), Clock.systemUTC(), told::add, () -> {});

        // Then
        assertThat(told).hasSize(2);
        assertThat(told.get(0))
                .startsWith("The process service ended by itself (exit code 137). Its log: " + place.log("service"))
                .endsWith("It is started again in 1 s.");
        assertThat(told.get(1)).isEqualTo("The process service is started again.");
        assertThat(Files.readAllLines(place.log("service"))).containsExactly("up", "up");
        assertThat(end).hasMessageContaining("steady ended by itself (exit code 4)");
        assertThat(Files.readAllLines(place.processFile()).get(1))
                .isEqualTo("service " + crew.children().get(1).process().pid());
        crew.end();
    }

    @Test
    void givesUpAService_thatGoesOnEnding() {
        Instant now = Instant.EPOCH;
        Restarts restarts = Restarts.NONE;
        List<Long> waits = new ArrayList<>();
        for (Optional<Duration> wait = restarts.next(now); wait.isPresent(); wait = restarts.next(now)) {
            waits.add(wait.get().toSeconds());
            restarts = restarts.with(now);
        }

        assertThat(waits).containsExactly(1L, 5L, 30L);
        assertThat(restarts.next(now.plus(Duration.ofMinutes(11)))).contains(Duration.ofSeconds(1));
    }

    @Test
    void letsAnErrandEnd_whateverCameOfIt() throws Exception {
        crew.start(shell("steady", "sleep 60"));
        var errand = crew.startErrand(shell("errand", "exit 1"));
        errand.process().onExit().join();

        crew.pause(Duration.ofMillis(20));

        crew.end();
    }

    private static PlannedProcess shell(String name, String script) {
        return new PlannedProcess(name, List.of("bash", "-c", script), Map.of(), null);
    }
}
