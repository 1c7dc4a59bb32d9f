package org.weir.local.plan;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the repository, whose {@code target} directories hold what was built
 * @param data the directory of this run
 */
public record Place(Path root, Path data) {

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path tokens() {
        return data.resolve("tokens");
    }

    public Path issuerKey() {
        return data.resolve("issuer.pem");
    }

    public Path issuerPublicKey() {
        return data.resolve("issuer.pub.pem");
    }

    /** How far the past has come. */
    public Path historyFile() {
        return data.resolve("history.json");
    }

    /** The feed's key with which the past is pushed. */
    public Path historyKey() {
        return data.resolve("history.key");
    }

    public Path runFile() {
        return data.resolve("run.json");
    }

    /** One line a process, in the order they end: what {@code deploy/local/down} reads. */
    public Path processFile() {
        return data.resolve("processes");
    }
}
