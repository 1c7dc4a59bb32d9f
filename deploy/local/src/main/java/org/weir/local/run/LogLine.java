package org.weir.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process says in its log. */
public final class LogLine {

    private LogLine() {}

    /** Whether a line of the log begins so. */
    public static boolean begins(Path log, String words) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.startsWith(words));
        } catch (IOException e) {
            return false;
        }
    }
}
