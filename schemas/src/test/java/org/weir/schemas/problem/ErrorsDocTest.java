package org.weir.schemas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.schemas.WrittenDocument;

class ErrorsDocTest {
    @Test
    void writes_everyErrorIntoItsPage() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Errors

                Everything that can be wrong with what somebody sends. HTTP answers are problem documents (RFC 9457) with
                the `code` and a `remedy`; a quarantined record carries its code in the header `weir_code`. A code, once
                published, keeps its meaning. Written by a test from `ErrorCode`; do not edit.

                | code | status | what it means | what to do |
                |---|---|---|---|
                """);
        for (ErrorCode error : ErrorCode.values()) {
            page.append("| <a id=\"%s\"></a>`%s` | %d | %s | %s |\n"
                    .formatted(error.code(), error.code(), error.status(), error.sentence(), error.remedy()));
        }
        new WrittenDocument(Path.of("ERRORS.md")).mustBe(page.toString());
    }

    @Test
    void gives_eachErrorItsOwnCode_aSentenceAndARemedy() {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z-]+"));
        assertThat(ErrorCode.values()).allSatisfy(error -> {
            assertThat(error.sentence()).matches("[A-Z].*\\.");
            assertThat(error.remedy()).matches("[A-Z].*\\.");
            assertThat(error.status()).isBetween(400, 599);
        });
    }

    @Test
    void answers_withTheCatalogue_andWhatWasWrongThisTime() {
        Problem problem = new Refusal(ErrorCode.UNKNOWN_FEED, "No feed a.b.").problem();
        assertThat(problem.code()).isEqualTo("unknown-feed");
        assertThat(problem.detail()).isEqualTo("No feed a.b.");
        assertThat(problem.type()).endsWith("#unknown-feed");
        assertThat(problem.status()).isEqualTo(404);
    }
}
