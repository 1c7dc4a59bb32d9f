package org.weir.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/local/history}, the script. */
class HistoryCommandTest {

    /** No process has it: Linux counts to four millions. */
    private static final long NOBODY = 999_999_999;

    @TempDir
    Path data;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/history.log"), "The past is through: 28 days\n");
    }

    @Test
    void saysWhichProcessHasEnded_andHowToStartAgain() throws Exception {
        // Given a detached run, whose launcher has left as it should
        long alive = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve("processes"),
                "launcher " + NOBODY + "\nhistory " + NOBODY + "\ndashboard " + NOBODY + "\nstack " + alive + "\n");

        // When
        String said = history(1);

        // Then
        assertThat(said.lines())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo("The process dashboard is not running; it ended by itself. Its log: " + data
                        + "/logs/dashboard.log");
        assertThat(said)
                .contains("deploy/local/down --data " + data + ", then deploy/local/up --data " + data + ".")
                .endsWith("The past is through: 28 days\n");
    }

    @Test
    void saysHowFarThePastIs_andNoMore_whereAllRun() throws Exception {
        Files.writeString(
                data.resolve("processes"),
                "dashboard " + ProcessHandle.current().pid() + "\n");

        assertThat(history(0)).isEqualTo("The past is through: 28 days\n");
    }

    @Test
    void saysThatNothingRuns() throws Exception {
        assertThat(history(1)).startsWith("No Weir runs with the data in " + data + ".");
    }

    private String history(int exitCode) throws Exception {
        Process script = new ProcessBuilder("bash", "history", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }
}
