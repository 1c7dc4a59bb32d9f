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
}
