package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.rule.DocumentRules;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.TopicKeeper;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Takes commands. Each answer comes after the topics hold the change; a receipt comes after every enforcer works by it. */
@ApplicationScoped
public class AgreementDesk {
    private final AgreementStore store;
    private final Receipts receipts;
    private final AgreementPublisher publisher;
    private final KnownFeeds feeds;
    private final TopicKeeper topics;
    private final KeyDirectory keys;
    private final ConsentSettings settings;
    private final Clock clock;

    AgreementDesk(
            AgreementStore store,
            Receipts receipts,
            AgreementPublisher publisher,
            KnownFeeds feeds,
            TopicKeeper topics,
            KeyDirectory keys,
            ConsentSettings settings,
            Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.publisher = publisher;
        this.feeds = feeds;
        this.topics = topics;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    public Agreement draft(AgreementDocument document, String by) {
        DocumentRules.check(document, feeds);
        return done(document.uid(), new AgreementCommand.Draft(document), by);
    }

    public Agreement redraft(AgreementDocument document, String by) {
        DocumentRules.check(document, feeds);
        return done(document.uid(), new AgreementCommand.Redraft(document), by);
    }

    /**
     * Brings into force. What the records need, the topic and the key, is there before the first enforcer hears of it;
     * where the agreement may not be activated, none of it is made.
     */
    public Agreement activate(AgreementId id, String by) {
        Agreement agreement = required(id);
        AgreementDocument document = agreement.document();
        AgreementCommand command = new AgreementCommand.Activate();
        Agreement.decide(Optional.of(agreement), command, now(), by);
        DocumentRules.check(document, feeds);
        prepare(document);
        return done(id, command, by, current -> requireUnchanged(current, document));
    }

    public Agreement revoke(AgreementId id, String reason, String by) {
        return done(id, new AgreementCommand.Revoke(reason), by);
    }

    /** Ends what is over. */
    public void expireOverdue() {
        for (AgreementId each : store.overdue(now())) {
            done(each, new AgreementCommand.Expire(), AgreementCommand.CLOCK);
        }
    }

    public Agreement required(AgreementId id) {
        return store.find(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_AGREEMENT, "There is no agreement " + id + "."));
    }

    public List<Agreement> all() {
        return store.all();
    }

    /** The agreement's feed, or null where it is not registered any more. */
    public KnownFeed feedOf(Agreement agreement) {
        return feeds.find(agreement.document().target().feed()).orElse(null);
    }

    /** The signed receipt of the agreement's last change; whoever asks again gets the same. */
    public SignedReceipt receipt(Agreement agreement) {
        return receipts.of(agreement);
    }

    /** What was made ready is for this document; another, drafted meanwhile, may ask for another topic. */
    private static void requireUnchanged(Optional<Agreement> current, AgreementDocument prepared) {
        if (current.isPresent() && !current.get().document().equals(prepared)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_STATE, "The agreement was drafted anew meanwhile; read it and activate again.");
        }
    }

    private Agreement done(AgreementId id, AgreementCommand command, String by) {
        return done(id, command, by, current -> {});
    }

    private Agreement done(
            AgreementId id, AgreementCommand command, String by, Consumer<Optional<Agreement>> precondition) {
        Instant now = now();
        Agreement agreement = store.change(id, current -> {
            precondition.accept(current);
            return Agreement.decide(current, command, now, by);
        });
        publisher.publishPending();
        return agreement;
    }

    private void prepare(AgreementDocument document) {
        KnownFeed feed = feeds.find(document.target().feed()).orElseThrow();
        Map<String, String> kept = feed.recorded()
                ? Topics.SHARED.keptBySize(settings.topics().recordedBytes())
                : Topics.SHARED.keptFor(Duration.ofDays(document.retentionDays()));
        int partitions = topics.partitions(Topics.raw(feed.id())).orElse(Topics.RAW.partitions());
        topics.keep(Topics.shared(document.assignee(), document.uid(), feed.id()), partitions, kept);
        if (!document.obligations().isEmpty()) {
            keys.createWhereMissing(document.uid(), document.purpose(), PseudonymKeys.FIRST_EPOCH);
        }
    }

    /** Milliseconds are what JSON and PostgreSQL both keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
