package org.weir.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that outlived the JVM which started it.
 *
 * <p>When a JVM is killed its database runs on and holds the directory; the next start must end it first, and must not
 * stumble over the file a crashed one left behind.
 */
final class OrphanedPostmaster {

    /** PostgreSQL's fast shutdown writes a checkpoint, which takes a moment on a slow disk. */
    private static final long PATIENCE_SECONDS = 20;

    private OrphanedPostmaster() {}

    /** Ends the server that still runs on this directory, if one does, and removes its mark. */
    static void end(Path directory) {
        Path mark = directory.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        try {
            running(mark, directory).ifPresent(OrphanedPostmaster::stop);
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of an earlier PostgreSQL cannot be read: " + mark, e);
        }
    }

    private static Optional<ProcessHandle> running(Path mark, Path directory) throws IOException {
        List<String> lines = Files.readAllLines(mark);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        // A process number may have been handed to somebody else since: only a server of this directory is ours to end.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(directory.toString()))
                        .isPresent());
    }

    private static void stop(ProcessHandle process) {
        try {
            // Interrupt, not terminate: terminate waits for every client to leave first.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(
                    "An earlier PostgreSQL, process " + process.pid() + ", could not be ended", e);
        }
    }
}
