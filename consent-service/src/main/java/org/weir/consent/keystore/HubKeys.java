package org.weir.consent.keystore;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.weir.consent.keystore.KeyMemory.Known;
import org.weir.schemas.seal.SigningKey;

/**
 * The keys that the hub itself stands behind: for receipts, for the ledger's checkpoints and for its commitments. Each is
 * made once, by a hub that has done nothing yet. Later a key that is missing, or is another than the database remembers,
 * keeps the hub from starting: signed by another key, its receipts would be worth nothing, and nobody would notice.
 */
public final class HubKeys {
    public static final String RECEIPTS = "hub.ed25519";
    public static final String LEDGER = "ledger.ed25519";
    public static final String COMMITMENTS = "hub.ledger.key";

    private static final Logger LOG = Logger.getLogger(HubKeys.class);
    private static final int ID_DIGITS = 16;

    private final KeyMemory memory;
    private final Set<String> lost;
    private final SigningKey receipts;
    private final List<Known> everForReceipts;
    private final SigningKey ledger;
    private final byte[] commitments;

    /**
     * Opens all of them.
     *
     * @param lost the ids of keys that somebody says are lost for good, so that another may take their place; for a key
     *     of which no id is remembered, its name
     * @throws KeyIsNotThere where one is missing, or is another one
     */
    public HubKeys(Path directory, KeyDirectory keys, KeyMemory memory, Set<String> lost) {
        this.memory = memory;
        this.lost = Set.copyOf(lost);
        this.receipts = signing(directory, RECEIPTS, "hub");
        // Asked once: whoever asks for the keys needs no sign-in, and must not cost the database anything.
        this.everForReceipts = memory.known(RECEIPTS).stream()
                .filter(each -> each.publicKey() != null)
                .toList();
        this.ledger = signing(directory, LEDGER, "ledger");
        this.commitments =
                open(COMMITMENTS, keys::findLedgerKey, keys::makeLedgerKey, key -> new Known(idOf(key), null));
    }

    /** Signs receipts. */
    public SigningKey receipts() {
        return receipts;
    }

    /** Signs checkpoints. */
    public SigningKey ledger() {
        return ledger;
    }

    /** Makes the ledger's commitments, 32 bytes. */
    public byte[] commitments() {
        return commitments.clone();
    }

    /** Every key that receipts have been signed with, the one of now first; what an earlier one signed stays checkable. */
    public List<Known> everForReceipts() {
        return everForReceipts;
    }

    private SigningKey signing(Path directory, String name, String file) {
        return open(
                name,
                () -> SigningKey.find(directory, file),
                () -> SigningKey.open(directory, file),
                key -> new Known(key.id(), key.publicText()));
    }

    private <K> K open(String name, Supplier<Optional<K>> find, Supplier<K> make, Function<K, Known> known) {
        Known before = counting(name);
        Optional<K> there = find.get();
        boolean isTheSame = before != null
                && there.map(known).map(Known::id).filter(before.id()::equals).isPresent();
        boolean isFirst = before == null && (there.isPresent() || memory.isFresh());
        if (!isTheSame && !isFirst) {
            if (!lost.contains(before == null ? name : before.id())) {
                throw new KeyIsNotThere(name, before, there.map(known).orElse(null));
            }
            LOG.warnf("A key of the hub was given up as lost; another takes its place; key=%s", name);
        }
        K key = there.orElseGet(make);
        Known now = known.apply(key);
        memory.remember(name, before, now);
        // Another process that began at the same moment on another keystore may have been first.
        Known counting = counting(name);
        if (!now.id().equals(counting.id())) {
            throw new KeyIsNotThere(name, counting, now);
        }
        return key;
    }

    private Known counting(String name) {
        return memory.known(name).stream().findFirst().orElse(null);
    }

    /** A name for a secret: keyed by the secret itself, so that it tells nothing of it. */
    private static String idOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal(COMMITMENTS.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(tag).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key with which this hub has worked is not in the keystore. */
    public static final class KeyIsNotThere extends IllegalStateException {
        KeyIsNotThere(String name, Known before, Known there) {
            super("The keystore has "
                    + (there == null ? "no key " + name : "another key " + name + " (" + there.id() + ")")
                    + ", but this hub has worked with one"
                    + (before == null ? "" : " (" + before.id() + ")")
                    + ". Restore the keystore from its backup, or check WEIR_KEYSTORE. Only where it is lost for good, start"
                    + " with WEIR_LOST_KEYS=" + (before == null ? name : before.id()) + " to go on with another.");
        }
    }
}
