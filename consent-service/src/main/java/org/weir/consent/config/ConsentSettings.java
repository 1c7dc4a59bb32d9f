package org.weir.consent.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What of consent-service can be set. */
@ConfigMapping(prefix = "weir")
public interface ConsentSettings {
    /** Where the secret keys of pseudonyms lie: a directory outside the database, backed up apart from it. */
    @WithDefault("keystore")
    Path keystore();

    /**
     * Keys of the hub that are lost for good, by their ids: a hub that misses one of these goes on with another. A key
     * that is merely missing keeps it from starting, with a message that names the id.
     */
    Optional<Set<String>> lostKeys();

    Agreements agreements();

    Signing signing();

    Topics topics();

    Enforcer enforcer();

    Receipt receipt();

    Destruction destruction();

    Ledger ledger();

    Accounting accounting();

    interface Agreements {
        /** How long a request or an offer waits for the other party's answer before it times out. */
        @WithDefault("60d")
        Duration answerWithin();

        /** How long an agreement waits for each of its two signatures before it times out. */
        @WithDefault("60d")
        Duration signatureWithin();
    }

    interface Signing {
        /**
         * Whether the keystore keeps a signing key for each party that has registered none of its own, so that its
         * officer signs by being signed in. Where not, every party signs with its own tool.
         */
        @WithDefault("true")
        boolean custody();
    }

    interface Topics {
        /** How many brokers keep each record; 3 in production. */
        @WithDefault("1")
        short replication();

        /** How much each partition of a shared topic keeps of a feed that replays the past, bytes. */
        @WithDefault("268435456")
        long recordedBytes();
    }

    interface Enforcer {
        /** Whether this process enforces. */
        @WithDefault("true")
        boolean enabled();

        /** This process among all that enforce; the same after a restart, for it fences what it left behind. */
        @WithDefault("enforcer-1")
        String id();

        /** How many workers share the partitions; useful up to the number of processors. */
        @WithDefault("1")
        int workers();

        /** How long a worker goes on without having heard of the newest agreements; then it stops by itself. */
        @WithDefault("5s")
        Duration lease();

        /** How long one transaction gathers under load. A revocation waits for at most this and a commit. */
        @WithDefault("100ms")
        Duration transaction();

        /** How long a transaction waits for more records when few come. */
        @WithDefault("20ms")
        Duration linger();

        /** How shared records are compressed: none, lz4, zstd, gzip or snappy. */
        @WithDefault("lz4")
        String compression();
    }

    interface Receipt {
        /** How long a revocation waits for every enforcer before it answers that the receipt is pending. */
        @WithDefault("10s")
        Duration within();

        /** How long a change waits for an enforcer to confirm it; then the enforcer is locked out and begins anew. */
        @WithDefault("500ms")
        Duration patience();
    }

    interface Destruction {
        /** How long a recipient has, after the shared topic was deleted, to certify that it holds nothing more. */
        @WithDefault("7d")
        Duration within();
    }

    interface Ledger {
        /**
         * The ledger's name, as its checkpoints and its public key bear it: an address of yours without its scheme. A new
         * key needs a new name.
         */
        @WithDefault("weir.local/ledger")
        String origin();

        /** How long what was shared may wait for a signed checkpoint; then sharing rests until one comes. */
        @WithDefault("5m")
        Duration stall();
    }

    interface Accounting {
        /** How long it is kept what was shared of whom: six years, as HIPAA has it for disclosures (45 CFR 164.528). */
        @WithDefault("P2192D")
        Duration retention();
    }
}
