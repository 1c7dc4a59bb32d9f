package org.weir.consent.ledger.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;
import org.weir.consent.ledger.Entries;
import org.weir.consent.ledger.audit.LedgerAudit;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * Fills a ledger on a real PostgreSQL, signs and exports it, and changes one byte of the export, again and again, each
 * time another byte to another value. Prints how many of the changed exports the verifier refused.
 */
public final class ExportProof {
    private static final int LEAVES = 1_500;

    private ExportProof() {}

    /** @param args where to write export, key and one changed export; tries (default 1000); seed (default 20260302) */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        int tries = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 20_260_302L;
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerifierKey key = VerifierKey.of("proof.weir/ledger", pair.getPublic());
        byte[] export = export(directory, new LedgerSigner(key, pair.getPrivate()));
        boolean passes = passes(key, export);
        System.out.printf(
                "An exported ledger of %d leaves, %d bytes: %s%n", LEAVES, export.length, passes ? "passes" : "FAILS");

        Random random = new Random(seed);
        int refused = 0;
        for (int n = 0; n < tries; n++) {
            byte[] changed = export.clone();
            int at = random.nextInt(export.length);
            // Never the byte that was there.
            changed[at] ^= (byte) (1 + random.nextInt(255));
            refused += passes(key, changed) ? 0 : 1;
            if (n == 0) {
                Files.write(directory.resolve("changed.weir-ledger"), changed);
            }
        }
        System.out.printf("One byte changed (seed %d): %d of %d refused%n", seed, refused, tries);
        System.exit(passes && refused == tries ? 0 : 1);
    }

    private static byte[] export(Path directory, LedgerSigner signer) throws IOException {
        Path file = directory.resolve("ledger.weir-ledger");
        try (Stack stack = Stack.start(StackOptions.ephemeral());
                LedgerDatabase database = new LedgerDatabase(stack, "exported")) {
            LedgerLog log = database.log();
            for (int n = 0; n < LEAVES; n += 100) {
                log.append(log.tree(n), Entries.batch(n, n + 100), feed -> ZoneOffset.UTC);
            }
            Checkpointer checkpointer =
                    new Checkpointer(database.database(), signer, checkpoint -> {}, Clock.systemUTC(), null);
            try (OutputStream out = Files.newOutputStream(file)) {
                new LedgerExport(log).write(checkpointer.sign().orElseThrow(), out);
            }
        }
        Files.writeString(directory.resolve("ledger.key"), signer.key().text() + "\n");
        return Files.readAllBytes(file);
    }

    private static boolean passes(VerifierKey key, byte[] export) throws IOException {
        return new LedgerAudit(key).of(new ByteArrayInputStream(export)).holds();
    }
}
