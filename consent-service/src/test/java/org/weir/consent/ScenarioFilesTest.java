package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weir.schemas.ledger.ReasonCode;

class ScenarioFilesTest {
    private static final List<Path> FILES = Stream.concat(ScenarioFiles.in("sharing"), ScenarioFiles.in("lifecycle"))
            .toList();

    @Test
    void areAtLeastSixty_eachWithATitleOfItsOwn() {
        assertThat(FILES).hasSizeGreaterThanOrEqualTo(60);
        assertThat(FILES.stream()
                        .map(each -> ScenarioFiles.read(each).path("title").asText()))
                .doesNotHaveDuplicates()
                .allSatisfy(title -> assertThat(title).matches("[A-Z].{10,160}[a-z]"));
    }

    @Test
    void say_whatHappens_andWhatComesOfIt() {
        assertThat(FILES).allSatisfy(each -> {
            assertThat(ScenarioFiles.read(each).path("when")).isNotEmpty();
            assertThat(ScenarioFiles.read(each).path("then")).isNotEmpty();
        });
    }

    @Test
    void meetEveryReason_forWhichARecordIsWithheld() {
        String outcomes = FILES.stream()
                .map(each -> ScenarioFiles.read(each).path("then").toString())
                .reduce("", String::concat);

        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code))
                .allSatisfy(reason -> assertThat(outcomes).contains(reason));
    }
}
