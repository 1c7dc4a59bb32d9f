package org.weir.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes and all their descendants hold in memory.
 *
 * @param proportionalMegabytes Pss: a page that several share counts once in all; this is what the machine gives
 * @param residentMegabytes Rss: a page that several share counts for each; more than the machine gives
 */
public record Memory(long proportionalMegabytes, long residentMegabytes) {

    private static final long KILOBYTES = 1024;

    /** Measured now, from Linux's {@code /proc}; zero on a system without it. */
    public static Memory of(List<Child> children) {
        List<Path> rollups = children.stream()
                .map(child -> child.process().toHandle())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(handle -> Path.of("/proc", Long.toString(handle.pid()), "smaps_rollup"))
                .toList();
        return new Memory(sum(rollups, "Pss:") / KILOBYTES, sum(rollups, "Rss:") / KILOBYTES);
    }

    private static long sum(List<Path> rollups, String field) {
        return rollups.stream().mapToLong(rollup -> kilobytes(rollup, field)).sum();
    }

    private static long kilobytes(Path rollup, String field) {
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(field.length(), line.length() - 2).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // A process that ended between being listed and being read holds nothing any more.
            return 0;
        }
    }
}
