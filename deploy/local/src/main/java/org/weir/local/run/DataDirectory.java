package org.weir.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.weir.local.plan.Place;

/** The directory of a run. */
public final class DataDirectory {

    private DataDirectory() {}

    /** Whether a run that was started with this directory still has a process. */
    public static boolean inUse(Place place) throws IOException {
        if (!Files.exists(place.processFile())) {
            return false;
        }
        try (Stream<String> lines = Files.lines(place.processFile())) {
            return lines.map(line -> line.substring(line.indexOf(' ') + 1).strip())
                    .map(Long::parseLong)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .anyMatch(DataDirectory::isJava);
        }
    }

    /** Makes it, empty unless what an earlier run left is to be kept. */
    public static void prepare(Place place, boolean kept) throws IOException {
        if (!kept && Files.exists(place.data())) {
            try (Stream<Path> files = Files.walk(place.data())) {
                List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : inside) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.createDirectories(place.logs());
        Files.createDirectories(place.tokens());
    }

    /** A process number may belong to somebody else by now; ours are all Java. */
    private static boolean isJava(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }
}
