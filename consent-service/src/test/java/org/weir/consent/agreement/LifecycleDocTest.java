package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for people says what the code does: run with {@code -Dweir.docs=write} to write its table anew. */
class LifecycleDocTest {
    private static final Path PAGE = Path.of("..", "docs", "agreements.md");
    private static final String BEGIN = "<!-- moves: written by LifecycleDocTest -->\n";
    private static final String END = "<!-- end of moves -->\n";

    @Test
    void thePage_saysWhoMayDoWhat_inWhichState() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if ("write".equals(System.getProperty("weir.docs"))) {
            page = page.substring(0, from) + table() + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(END);
        }
        assertThat(page.substring(from, to))
                .as("docs/agreements.md differs from the code; run this with -Dweir.docs=write and read the difference")
                .isEqualTo(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| move | while it is | for | by |\n|---|---|---|---|\n");
        for (Move move : Move.values()) {
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            move.id(),
                            move.states().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                            party(move),
                            Standing.roles(move).stream().sorted().collect(Collectors.joining(", "))));
        }
        return table.toString();
    }

    private static String party(Move move) {
        List<String> words = move.sides().stream().sorted().map(Side::word).toList();
        return words.isEmpty() ? "its board" : "the " + String.join(" or the ", words);
    }
}
