package org.weir.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory a stack writes in.
 *
 * @param directory where
 * @param temporary whether it goes when the stack ends
 */
record Scratch(Path directory, boolean temporary) implements AutoCloseable {

    static Scratch of(Optional<Path> kept) {
        try {
            return kept.isPresent()
                    ? new Scratch(Files.createDirectories(kept.get().toAbsolutePath()), false)
                    : new Scratch(Files.createTempDirectory("weir-stack-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's directory cannot be made", e);
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException e) {
            // A file that went away under us is what we wanted; anything else is left to the system's own cleaning.
            return;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
