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
import org.weir.consent.agreement.store.ReceiptStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.TopicKeeper;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Takes commands. Each answer comes after the topics hold the change; a receipt comes after every enforcer works by it. */
@ApplicationScoped
public class AgreementDesk {
    private final AgreementStore store;
    private final ReceiptStore receipts;
    private final AgreementPublisher publisher;
    private final Confirmations confirmations;
    private final KnownFeeds feeds;
    private final TopicKeeper topics;
    private final KeyDirectory keys;
    private final ConsentSettings settings;
    private final Clock clock;

    AgreementDesk(
            AgreementStore store,
            ReceiptStore receipts,
            AgreementPublisher publisher,
            Confirmations confirmations,
            KnownFeeds feeds,
            TopicKeeper topics,
            KeyDirectory keys,
            ConsentSettings settings,
            Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.publisher = publisher;
        this.confirmations = confirmations;
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

    /**
     * The receipt of the agreement's last change; whoever asks again gets the same.
     *
     * @throws Refusal where an enforcer has not confirmed in time; the change itself is kept
     */
    public Receipt receipt(Agreement agreement) {
        Optional<String> kept = receipts.find(agreement.epoch());
        if (kept.isPresent()) {
            return Json.own(kept.get(), Receipt.class);
        }
        Duration within = settings.receipt().within();
        Confirmations.Confirmed confirmed = confirmations
                .await(agreement.epoch(), within)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.RECEIPT_PENDING,
                        "No confirmation of every enforcer within " + within.toSeconds() + " s."));
        AgreementDocument document = agreement.document();
        String topic = Topics.shared(
                document.assignee(), document.uid(), document.target().feed());
        boolean revoked = agreement.state() == AgreementState.REVOKED;
        Receipt receipt = new Receipt(
                document.uid(),
                agreement.epoch(),
                agreement.state(),
                revoked ? agreement.last().at() : null,
                now(),
                confirmed.enforcers(),
                confirmed.fenced(),
                topic,
                topics.endOffsets(topic));
        return Json.own(receipts.keep(agreement.epoch(), Json.text(receipt)), Receipt.class);
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
