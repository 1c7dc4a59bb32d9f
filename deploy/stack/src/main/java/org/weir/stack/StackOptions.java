package org.weir.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a stack is started with.
 *
 * @param directory where both parts keep their data between runs; empty for a fresh directory that is deleted at the end
 * @param kafkaPort the broker's port, 0 for any free one
 * @param postgresPort the database's port, 0 for any free one
 */
public record StackOptions(Optional<Path> directory, int kafkaPort, int postgresPort) {

    /** Fresh directories and free ports: for tests. */
    public static StackOptions ephemeral() {
        return new StackOptions(Optional.empty(), 0, 0);
    }

    /** Data kept in a directory, free ports. */
    public static StackOptions keptIn(Path directory) {
        return new StackOptions(Optional.of(directory), 0, 0);
    }

    /** The same on given ports. */
    public StackOptions onPorts(int kafka, int postgres) {
        return new StackOptions(directory, kafka, postgres);
    }

    /** Whether the data must outlive the process: only then is it worth waiting for the disk. */
    boolean durable() {
        return directory.isPresent();
    }
}
