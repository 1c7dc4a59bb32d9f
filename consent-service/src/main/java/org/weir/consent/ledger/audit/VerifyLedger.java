package org.weir.consent.ledger.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weir.consent.ledger.note.VerifierKey;

/**
 * The auditor's command: {@code <export> <public key> [<explanations>]}. The key is a line such as {@code
 * name+id+base64}, or a file with such a line. Explanations are lines {@code <feed> <partition> <from> <to> <why>} for
 * offsets that the hub says no record was lost of. Ends with 0 only where all holds, with 2 where it was asked wrongly.
 */
public final class VerifyLedger {
    private static final int DOES_NOT_HOLD = 1;
    private static final int WRONG_USE = 2;

    private VerifyLedger() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("Use: verify-ledger <export> <public key, or a file that holds it> [<explanations>]");
            return WRONG_USE;
        }
        try {
            LedgerAudit audit = new LedgerAudit(key(arguments[1]));
            if (arguments.length == 3) {
                explain(audit, Path.of(arguments[2]));
            }
            try (InputStream export = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])), 1 << 16)) {
                AuditReport report = audit.of(export);
                report.lines().forEach(System.out::println);
                return report.holds() ? 0 : DOES_NOT_HOLD;
            }
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        }
    }

    private static VerifierKey key(String argument) throws IOException {
        Path file = Path.of(argument);
        return VerifierKey.parse(
                Files.isRegularFile(file) ? Files.readString(file).strip() : argument);
    }

    private static void explain(LedgerAudit audit, Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split(" +", 5);
            if (words.length < 5) {
                throw new IllegalArgumentException(
                        "An explanation is: feed partition from to why. This is not: " + line);
            }
            audit.explain(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
            System.out.println("The hub explains: " + line.strip());
        }
    }
}
