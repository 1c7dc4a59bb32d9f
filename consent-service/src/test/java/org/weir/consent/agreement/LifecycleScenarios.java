package org.weir.consent.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weir.consent.ScenarioFiles;

/**
 * Runs every file of {@code scenarios/lifecycle}: who says what to an agreement (when), and where it stands then. Each
 * sentence is one of {@link Sentences}. How to write one: {@code docs/add-a-scenario.md}.
 */
class LifecycleScenarios {
    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioFiles.in("lifecycle").map(LifecycleScenarios::scenario);
    }

    private static DynamicTest scenario(Path file) {
        JsonNode scenario = ScenarioFiles.read(file);
        return DynamicTest.dynamicTest(scenario.path("title").asText(), file.toUri(), () -> run(scenario));
    }

    private static void run(JsonNode scenario) {
        // Given
        Story story = new Story(scenario.path("given"));
        scenario.path("given").path("already").forEach(each -> story.hears(each.asText()));

        // When
        for (JsonNode each : scenario.path("when")) {
            if (each.isTextual()) {
                story.hears(each.asText());
            } else {
                story.refuses(
                        each.path("refused").asText(),
                        each.path("code").asText(),
                        each.path("because").asText(""));
            }
        }

        // Then
        scenario.path("then").forEach(each -> story.hears(each.asText()));
    }
}
