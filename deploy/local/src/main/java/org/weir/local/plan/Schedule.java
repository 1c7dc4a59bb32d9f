package org.weir.local.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an agency's static GTFS comes from. */
public sealed interface Schedule {

    /** An address that the dashboard asks now and again. */
    record Address(URI uri) implements Schedule {}

    /** A file that is uploaded once. */
    record Archive(Path path) implements Schedule {}

    /** Reads the value of {@code --gtfs}: an http or https address, or a file that exists. */
    static Schedule of(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new Address(address("--gtfs", text));
        }
        Path path = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new Misuse("--gtfs names " + text + ", which is neither an http address nor a file that exists.");
        }
        return new Archive(path);
    }

    /** Reads an http or https address; the flag is for the sentence when it is none. */
    static URI address(String flag, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below in the same words as an address of another kind.
        }
        throw new Misuse(flag + " needs an http or https address, not " + text + ".");
    }
}
