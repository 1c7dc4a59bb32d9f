package org.weir.local.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weir.local.plan.PlannedProcess;

/**
 * A started process.
 *
 * @param plan what was to be started
 * @param process it
 * @param log where its output goes
 */
public record Child(PlannedProcess plan, Process process, Path log) {

    /** A stack trace's worth: enough to see why, short enough to read. */
    private static final int LAST_LINES = 15;

    static Child start(PlannedProcess plan, Path log) {
        return start(plan, Redirect.to(log.toFile()), log);
    }

    /** The same once more, which writes behind what it wrote. */
    Child again() {
        return start(plan, Redirect.appendTo(log.toFile()), log);
    }

    public String name() {
        return plan.name();
    }

    private static Child start(PlannedProcess plan, Redirect output, Path log) {
        ProcessBuilder builder = new ProcessBuilder(plan.command())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(plan.environment());
        try {
            return new Child(plan, builder.start(), log);
        } catch (IOException e) {
            throw new StartFailure("The process " + plan.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Why it is gone, with the last lines it wrote. */
    StartFailure death() {
        return new StartFailure(epitaph() + " The last lines of its log, " + log + ":\n" + lastLines());
    }

    /** That it is gone, in a sentence. */
    String epitaph() {
        return "The process " + name() + " ended by itself (exit code " + process.exitValue() + ").";
    }

    private String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                    .indent(4);
        } catch (IOException e) {
            return "    (unreadable: " + e.getMessage() + ")";
        }
    }
}
