package org.weir.consent.transform.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ObligationsDocTest {
    private static final Path PAGE = Path.of("../docs/obligations.md");

    @Test
    void writes_everyObligationIntoItsPage() throws IOException {
        String text = head()
                + Obligations.all().stream().map(ObligationsDocTest::section).collect(Collectors.joining())
                + tail();
        if ("write".equals(System.getProperty("weir.docs"))) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE)
                .as("%s differs from the code; run the test with -Dweir.docs=write and read the difference", PAGE)
                .hasContent(text);
    }

    private static String head() {
        return """
                # Obligations

                What an agreement may ask to be done to each record on its way. Written by a test from the code; do not edit.

                A record is looked at in this order: contract, scope (`target.refinement`), fields (`target.fields`), obligations as
                listed. An obligation sees a field that it rewrites as earlier ones left it, and other fields as they came. Two may
                stand on one field only where `generalise` is followed by `pseudonymise` or `rotateId`. What is not understood is
                refused when it is drafted, and withholds everything (`unknown-term`) where it reaches an enforcer all the same.

                """;
    }

    private static String section(ObligationKind kind) {
        String rows = kind.parameters().stream()
                .map(p -> "| `" + p.name() + "` | " + (p.required() ? "yes" : "no") + " | " + p.form() + " |\n")
                .collect(Collectors.joining());
        return "## `" + kind.action() + "`\n\nOn " + kind.on() + ". " + kind.meaning()
                + "\n\n| with | required | what it may be |\n|---|---|---|\n" + rows + "\n";
    }

    private static String tail() {
        return """
                ## Scope: `target.refinement`

                - `recordsFrom`, `recordsUntil`: by event time, whatever the clock says.
                - `within`: a rectangle of degrees, its edges in it. A record without a position is withheld as `scope-unknown`.
                - `where`: a predicate in [CEL](https://cel.dev) over the contract's fields, such as `trip.routeId in ["28", "39"] &&
                  position.speed < 30.0`, and over `eventTime`. It is checked against the contract's types when it is drafted. It has
                  three values: a field that is absent or not of its type makes it unknown, unless the rest of it decides anyway;
                  unknown is withheld as `scope-unknown`. There is no `has` and no loop.

                ## Not yet

                """
                + Obligations.notYet().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                + """
                 need windows of many records. A document that names one is refused.

                ## How to add one

                1. Write what it does to a record: a `FieldTransform` for one field, a `RecordStep` for more. It keeps no state between
                   records but what makes it faster, throws `UnshapeableRecord` for a value that it was not agreed for, and never
                   answers with the value itself.
                2. Write its `ObligationKind` in `transform.term`: name, parameters, words, and what fields it suits. List it in
                   `Obligations`, in `agreement.schema.json`, and in the frozen vocabulary of `TermsTest`.
                3. Add it to `ObligationProperties` (result fits the contract, nothing hidden appears, a stricter setting shows no
                   more), to `ObligationsTest` with exact values, and refusals to `TermsTest`.
                4. Say when one is stricter than another in `agreement.narrow`, or a child agreement may only repeat it.
                5. Run `ObligationsDocTest` with `-Dweir.docs=write`, and `TransformBenchmark` for what it costs.
                """;
    }
}
