package org.weir.schemas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weir.schemas.WrittenDocument;

class ReasonsDocTest {
    @Test
    void writes_everyReasonIntoItsPage() throws IOException {
        String rows = Arrays.stream(ReasonCode.values())
                .map(r -> "| `" + r.code() + "` | " + r.sentence() + " |\n")
                .collect(Collectors.joining());
        new WrittenDocument(Path.of("REASONS.md"))
                .mustBe(
                        """
                        # Why a record was withheld

                        The reasons in the ledger, in meters and on pages. A code, once published, keeps its meaning. Written
                        by a test from `ReasonCode`; do not edit.

                        | reason | what it means |
                        |---|---|
                        """
                                + rows);
    }

    @Test
    void keeps_thePublishedVocabulary() {
        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code).sorted())
                .as("a reason may be added here; none may be renamed or taken away")
                .containsExactly(
                        "action-not-permitted",
                        "agreement-expired",
                        "agreement-revoked",
                        "agreement-suspended",
                        "agreement-terminated",
                        "agreement-withdrawn",
                        "key-missing",
                        "limit-reached",
                        "no-agreement",
                        "not-in-force",
                        "not-yet-effective",
                        "out-of-scope",
                        "protected-zone",
                        "purpose-not-permitted",
                        "sampled-out",
                        "scope-unknown",
                        "unknown-term");
    }

    @Test
    void reads_aReasonBack_andRefusesAnUnknownOne() {
        assertThat(ReasonCode.of("no-agreement")).isEqualTo(ReasonCode.NO_AGREEMENT);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ReasonCode.of("whatever")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
