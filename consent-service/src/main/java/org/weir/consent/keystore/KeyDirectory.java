package org.weir.consent.keystore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.schemas.id.AgreementId;

/**
 * Keys as files, readable by the owner alone. A key is made once, when its agreement first needs it, and never by an
 * enforcer: one that misses a key must withhold, for with a new key every pseudonym would change unseen.
 */
public final class KeyDirectory implements PseudonymKeys {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    /** Opens the directory and makes it where it is missing. */
    public KeyDirectory(Path directory) {
        this.directory = directory;
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The keystore cannot be opened: " + directory, e);
        }
    }

    @Override
    public Optional<byte[]> find(AgreementId agreement, String purpose, int keyEpoch) {
        return read(file(agreement, purpose, keyEpoch));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            return key.length == BYTES ? Optional.of(key) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be read.", e);
        }
    }

    /** Makes the key where there is none. Two processes that try at once end with the same key. */
    public void createWhereMissing(AgreementId agreement, String purpose, int keyEpoch) {
        createWhereMissing(file(agreement, purpose, keyEpoch));
    }

    /** The hub's key for its ledger's commitments, 32 bytes. */
    Optional<byte[]> findLedgerKey() {
        return read(directory.resolve(HubKeys.COMMITMENTS));
    }

    /** The same; made where there is none yet, which {@link HubKeys} decides. */
    byte[] makeLedgerKey() {
        Path file = directory.resolve(HubKeys.COMMITMENTS);
        createWhereMissing(file);
        return read(file).orElseThrow(() -> new IllegalStateException("The ledger's key is damaged: " + file));
    }

    private void createWhereMissing(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        try {
            Path written = Files.createTempFile(
                    directory,
                    "new-",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(written, key);
                // A link appears whole or not at all, and never replaces a key that is there.
                Files.createLink(file, written);
            } catch (FileAlreadyExistsException e) {
                // Somebody else made it first.
            } finally {
                Files.delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be kept.", e);
        }
    }

    /** The ids cannot hold a separator or a dot, and a purpose is checked against the tree before it comes here. */
    private Path file(AgreementId agreement, String purpose, int keyEpoch) {
        return directory.resolve(agreement + "." + purpose.replaceAll("[^a-z0-9-]", "_") + "." + keyEpoch + ".key");
    }
}
