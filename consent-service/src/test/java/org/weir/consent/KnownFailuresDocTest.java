package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownFailuresDocTest {
    private static final Path PAGE = Path.of("../docs/known-failures.md");

    @Test
    void lists_everyKnownFailure_withItsTest() throws IOException {
        List<Method> tests = Arrays.stream(KnownFailuresIT.class.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(KnownFailure.class))
                .sorted(java.util.Comparator.comparing(Method::getName))
                .toList();
        assertThat(tests).hasSize(5).allMatch(each -> each.isAnnotationPresent(Test.class));
        String page =
                """
                # Failures others had, and the test of each

                Each is a test of `KnownFailuresIT`, with a real broker and a real database; `deploy/proof/known-failures` runs
                them. Written by a test (`-Dweir.docs=write`); do not edit.

                | what went wrong elsewhere | test | why it cannot here |
                |---|---|---|
                """
                        + tests.stream()
                                .map(each -> each.getAnnotation(KnownFailure.class)
                                                .value() + " | `" + each.getName()
                                        + "` | "
                                        + each.getAnnotation(KnownFailure.class).because())
                                .map(row -> "| " + row + " |\n")
                                .collect(Collectors.joining());
        if ("write".equals(System.getProperty("weir.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
