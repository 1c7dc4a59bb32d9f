package org.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpDocTest {

    @Test
    void theHelpNamesEveryOptionAndNoOther() throws IOException {
        List<String> options = new CommandLine(new Flags())
                .getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(option -> option.longestName())
                        .toList();
        assertThat(named())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(options.stream(), Stream.of("--help")).toList());
    }

    private static List<String> named() throws IOException {
        try (InputStream text = Flags.class.getResourceAsStream("/org/weir/local/up-help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  --"))
                    .map(line -> line.strip().split(" ")[0])
                    .toList();
        }
    }
}
