package org.weir.consent.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Signature;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;

/**
 * Makes a party's signature valid: one made outside is verified against the party's registered keys; where the hub keeps
 * the party's key, its officer's command signs with it. A party that registered a key of its own is not signed for.
 */
@ApplicationScoped
public class PartySigner {
    private final PartyKeyStore keys;
    private final ConsentSettings settings;
    private final Event<PartyKey> registered;
    private final Clock clock;

    /** @param directory opened first, so that the keystore is there and closed to others */
    PartySigner(
            PartyKeyStore keys,
            KeyDirectory directory,
            ConsentSettings settings,
            Event<PartyKey> registered,
            Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.registered = registered;
        this.clock = clock;
    }

    /** Registers a key that the party made. */
    public PartyKey register(Side side, String party, KeyUse use, String publicKey, String by) {
        PartyKey key = new PartyKey(side, party, idOf(publicKey), publicKey, use, false, now(), by);
        keys.keep(key);
        registered.fire(key);
        return key;
    }

    public List<PartyKey> keysOf(String party) {
        return keys.of(party);
    }

    /** A signature that was made outside. */
    public Signature verified(Side side, String party, String hash, String keyId, String signature, String by) {
        PartyKey key = keys.of(party).stream()
                .filter(k -> k.side() == side
                        && k.use() == KeyUse.AGREEMENTS
                        && !k.custody()
                        && k.keyId().equals(keyId))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.UNKNOWN_SIGNING_KEY,
                        "The " + side.word() + ' ' + party + " has no key " + keyId + '.'));
        if (!HashSignature.holds(hash, signature, read(key.publicKey()))) {
            throw new Refusal(
                    ErrorCode.SIGNATURE_INVALID, "It is not the signature of key " + keyId + " over " + hash + '.');
        }
        return new Signature(side, by, keyId, now(), hash, signature);
    }

    /** A signature with the key that the hub keeps for the party; the key is made when it is needed first. */
    public Signature inCustody(Side side, String party, String hash, String by) {
        List<PartyKey> registered = keys.of(party).stream()
                .filter(k -> k.side() == side && k.use() == KeyUse.AGREEMENTS)
                .toList();
        boolean own = registered.stream().anyMatch(k -> !k.custody());
        if (own || !settings.signing().custody()) {
            throw new Refusal(
                    ErrorCode.SIGNATURE_INVALID,
                    "The " + side.word() + ' ' + party + " signs with a key of its own: send keyId and signature.");
        }
        String name = "party-" + side.name().toLowerCase(Locale.ROOT) + '-' + party;
        SigningKey key = registered.isEmpty()
                ? SigningKey.open(settings.keystore(), name)
                : kept(name, registered).orElseThrow(() -> lost(side, party));
        keys.keep(new PartyKey(side, party, key.id(), key.publicText(), KeyUse.AGREEMENTS, true, now(), by));
        return new Signature(side, by, key.id(), now(), hash, HashSignature.sign(hash, key.secret()));
    }

    /** Whether a recipient's service signed these bytes, with a key that its recipient registered for that. */
    public boolean certified(String recipient, byte[] bytes, String signature) {
        return keys.of(recipient).stream()
                .filter(k -> k.side() == Side.ASSIGNEE && k.use() == KeyUse.CERTIFICATES)
                .anyMatch(k -> Seal.verifies(bytes, signature, read(k.publicKey())));
    }

    /** The key that has signed for the party before; never another one, as if it had been theirs. */
    private Optional<SigningKey> kept(String name, List<PartyKey> registered) {
        return SigningKey.find(settings.keystore(), name)
                .filter(key -> registered.stream().anyMatch(k -> k.keyId().equals(key.id())));
    }

    private static Refusal lost(Side side, String party) {
        return new Refusal(
                ErrorCode.SIGNATURE_INVALID,
                "The key that is kept for the " + side.word() + ' ' + party
                        + " is not in the keystore: have it restored, or register a key of your own.");
    }

    private static String idOf(String publicKey) {
        return SigningKey.idOf(read(publicKey));
    }

    private static PublicKey read(String publicKey) {
        try {
            return SigningKey.publicKey(publicKey);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_SIGNING_KEY, "It is no Ed25519 public key.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
