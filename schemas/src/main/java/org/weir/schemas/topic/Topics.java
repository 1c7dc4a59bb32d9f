package org.weir.schemas.topic;

import static org.weir.schemas.topic.Cleanup.COMPACT;
import static org.weir.schemas.topic.Cleanup.COMPACT_FOR_A_TIME;
import static org.weir.schemas.topic.Cleanup.TIME;
import static org.weir.schemas.topic.Party.CONSENT;
import static org.weir.schemas.topic.Party.DASHBOARD;
import static org.weir.schemas.topic.Party.INGEST;
import static org.weir.schemas.topic.Party.RECIPIENT;

import java.time.Duration;
import java.util.List;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Every topic of Weir, declared once. Creation, {@code TOPICS.md} and {@code asyncapi.yaml} are checked against it. */
public final class Topics {
    /** Parallelism of one feed: enforcement and movement scale to this many instances. */
    private static final int FEED_PARTITIONS = 8;

    /** Topics whose readers each need the whole, in one order. */
    private static final int ONE_ORDER = 1;

    public static final TopicDeclaration RAW = new TopicDeclaration(
            "raw.<feed>",
            "entity id (the vehicle's id)",
            "one record of the feed, as its contract says",
            FEED_PARTITIONS,
            TIME,
            Duration.ofDays(7),
            List.of(INGEST),
            List.of(CONSENT));

    public static final TopicDeclaration QUARANTINE = new TopicDeclaration(
            "quarantine.<feed>",
            "entity id, where there is one",
            "the record that was refused; the headers weir_code and weir_reason say why",
            1,
            TIME,
            Duration.ofDays(90),
            List.of(INGEST, CONSENT),
            List.of(INGEST));

    public static final TopicDeclaration FEEDS = new TopicDeclaration(
            "feeds",
            "feed id",
            "FeedAnnouncement: a registered feed",
            ONE_ORDER,
            COMPACT,
            Duration.ZERO,
            List.of(INGEST),
            List.of(CONSENT, DASHBOARD));

    public static final TopicDeclaration AGREEMENTS = new TopicDeclaration(
            "agreements",
            "agreement id",
            "AgreementRecord: an agreement, its state and the epoch of its last change",
            ONE_ORDER,
            COMPACT,
            Duration.ZERO,
            List.of(CONSENT),
            List.of(CONSENT));

    public static final TopicDeclaration ENFORCEMENT_STATUS = new TopicDeclaration(
            "enforcement-status",
            "enforcer id",
            "EnforcementStatus: the epoch an enforcer works on, and where it stands",
            ONE_ORDER,
            COMPACT,
            Duration.ZERO,
            List.of(CONSENT),
            List.of(CONSENT));

    public static final TopicDeclaration SHARED = new TopicDeclaration(
            "shared.<recipient>.<agreement>.<feed>",
            "entity id or its pseudonym; none where the agreement withholds it",
            "one record of the feed in the form that the agreement allows",
            FEED_PARTITIONS,
            TIME,
            Duration.ofDays(7),
            List.of(CONSENT),
            List.of(RECIPIENT));

    public static final TopicDeclaration LEDGER = new TopicDeclaration(
            "ledger",
            "agreement id, or the feed id where no agreement covers the feed",
            "LedgerEntry: what one committed batch accepted, shared, withheld and quarantined",
            ONE_ORDER,
            TIME,
            Duration.ofDays(3650),
            List.of(CONSENT),
            List.of(CONSENT, DASHBOARD));

    public static final TopicDeclaration LEDGER_CHECKPOINTS = new TopicDeclaration(
            "ledger-checkpoints",
            "whose ledger it is",
            "Checkpoint: how far the ledger's Merkle tree has been signed",
            ONE_ORDER,
            COMPACT,
            Duration.ZERO,
            List.of(CONSENT),
            List.of(CONSENT, RECIPIENT));

    public static final TopicDeclaration OBLIGATIONS = new TopicDeclaration(
            "obligations",
            "agreement id, or <agreement id>/certificate",
            "AgreementNotice: what the recipient may do now, and what it owes; or its DestructionCertificate",
            ONE_ORDER,
            COMPACT,
            Duration.ZERO,
            List.of(CONSENT, RECIPIENT),
            List.of(CONSENT, RECIPIENT));

    public static final TopicDeclaration TRIP_RUNS = new TopicDeclaration(
            "metrics.trip-runs",
            "agreement, feed, service date, trip and vehicle",
            "TripRun, in a binary form: the whole value so far, which replaces the one before",
            4,
            COMPACT_FOR_A_TIME,
            Duration.ofDays(7),
            List.of(DASHBOARD),
            List.of(DASHBOARD));

    /** Every declaration, in the order in which a record flows. */
    public static final List<TopicDeclaration> ALL = List.of(
            FEEDS,
            RAW,
            QUARANTINE,
            AGREEMENTS,
            ENFORCEMENT_STATUS,
            SHARED,
            LEDGER,
            LEDGER_CHECKPOINTS,
            OBLIGATIONS,
            TRIP_RUNS);

    private Topics() {}

    public static String raw(FeedId feed) {
        return RAW.prefix() + feed.value();
    }

    public static String quarantine(FeedId feed) {
        return QUARANTINE.prefix() + feed.value();
    }

    public static String shared(RecipientId recipient, AgreementId agreement, FeedId feed) {
        return sharedPrefix(recipient) + agreement.value() + '.' + feed.value();
    }

    /** What the names of all topics begin with that a recipient may read. */
    public static String sharedPrefix(RecipientId recipient) {
        return SHARED.prefix() + recipient.value() + '.';
    }

    /** The feed of a raw topic. */
    public static FeedId feedOfRaw(String topic) {
        return FeedId.of(topic.substring(RAW.prefix().length()));
    }
}
