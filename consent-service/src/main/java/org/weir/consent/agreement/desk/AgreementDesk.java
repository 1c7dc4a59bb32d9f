package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agenda;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.ClockCommand;
import org.weir.consent.agreement.Deadlines;
import org.weir.consent.agreement.EndCommand;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.NegotiationCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Signature;
import org.weir.consent.agreement.SigningCommand;
import org.weir.consent.agreement.rule.DocumentRules;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.receipt.SignedReceipt;
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
        return done(document.uid(), new NegotiationCommand.Draft(document), agency(by));
    }

    public Agreement redraft(AgreementDocument document, String by) {
        DocumentRules.check(document, feeds);
        return done(document.uid(), new NegotiationCommand.Redraft(document), agency(by));
    }

    /** Brings into force without a course, until the course has its own addresses. */
    public Agreement activate(AgreementId id, String by) {
        Agreement agreement = required(id);
        if (agreement.state() == AgreementState.ACTIVE) {
            return agreement;
        }
        Act agency = agency(by);
        Act recipient = new Act(agency.at(), by, Side.ASSIGNEE, Deadlines.USUAL);
        DocumentRules.check(agreement.document(), feeds);
        done(id, new NegotiationCommand.Offer(null), agency);
        done(id, new NegotiationCommand.Accept(null), recipient);
        for (Act act : List.of(recipient, agency)) {
            done(id, new SigningCommand.Sign(new Signature(act.side(), by, "", act.at(), "", "")), act);
        }
        prepare(agreement.document());
        return done(id, new ClockCommand.TakeEffect(), Act.ofClock(now(), Deadlines.USUAL));
    }

    public Agreement revoke(AgreementId id, String reason, String by) {
        return done(id, new EndCommand.Revoke(reason), agency(by));
    }

    /** Does what time brings. What the records need, the topic and the key, is there before an enforcer hears of it. */
    public void doWhatIsDue() {
        for (AgreementId each : store.due(now())) {
            Agreement agreement = required(each);
            Instant now = now();
            Agenda.takesEffect(agreement, now).ifPresent(version -> prepare(version.document()));
            Agenda.due(agreement, now).ifPresent(command -> done(each, command, Act.ofClock(now, Deadlines.USUAL)));
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

    private Agreement done(AgreementId id, AgreementCommand command, Act act) {
        Agreement agreement = store.change(id, current -> AgreementCommand.decide(current, command, act));
        publisher.publishPending();
        return agreement;
    }

    private Act agency(String by) {
        return new Act(now(), by, Side.ASSIGNER, Deadlines.USUAL);
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
