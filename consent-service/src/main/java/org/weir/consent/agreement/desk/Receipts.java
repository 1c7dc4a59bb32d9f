package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.store.ReceiptStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.receipt.Receipt;
import org.weir.consent.receipt.Receipt.SharedUpTo;
import org.weir.consent.receipt.ReceiptSeal;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.SharedTopic;
import org.weir.schemas.topic.Topics;

/** Issues receipts: waits until a change holds everywhere, signs what is so, and keeps it for whoever asks again. */
@ApplicationScoped
public class Receipts {
    private final ReceiptStore store;
    private final Confirmations confirmations;
    private final TopicKeeper topics;
    private final SigningKey key;
    private final Duration within;
    private final Clock clock;

    Receipts(
            ReceiptStore store,
            Confirmations confirmations,
            TopicKeeper topics,
            SigningKey key,
            ConsentSettings settings,
            Clock clock) {
        this.store = store;
        this.confirmations = confirmations;
        this.topics = topics;
        this.key = key;
        this.within = settings.receipt().within();
        this.clock = clock;
    }

    /**
     * The receipt of the agreement's last change; whoever asks again gets the same.
     *
     * @throws Refusal where an enforcer has not confirmed in time; the change itself is kept
     */
    public SignedReceipt of(Agreement agreement) {
        return of(agreement, agreement.epoch());
    }

    /**
     * The receipt of one of its changes.
     *
     * @throws Refusal where an enforcer has not confirmed in time; the change itself is kept
     */
    public SignedReceipt of(Agreement agreement, long epoch) {
        Optional<String> kept = store.find(epoch);
        return kept.isPresent() ? read(kept.get()) : issue(agreement, epoch);
    }

    /** Whether the receipt of a change is there; until then it is pending. */
    boolean issued(long epoch) {
        return store.find(epoch).isPresent();
    }

    /** Every receipt of an agreement, oldest first. */
    public List<SignedReceipt> kept(AgreementId agreement) {
        return store.all(agreement).stream().map(Receipts::read).toList();
    }

    private SignedReceipt issue(Agreement agreement, long epoch) {
        Confirmations.Confirmed confirmed = confirmations
                .await(epoch, within)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.RECEIPT_PENDING,
                        "Epoch " + epoch + " is kept; not every enforcer has confirmed it within " + within.toSeconds()
                                + " s."));
        AgreementDocument document = agreement.document();
        Agreement.Change change = agreement.history().stream()
                .filter(each -> each.epoch() == epoch)
                .findFirst()
                .orElseThrow();
        Receipt receipt = new Receipt(
                document.uid(),
                change.version(),
                epoch,
                change.state(),
                change.at(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                confirmed.enforcers(),
                confirmed.fenced(),
                sharedTopics(document).stream().map(this::upTo).toList());
        SignedReceipt signed = new SignedReceipt(receipt, key.id(), ReceiptSeal.sign(Json.text(receipt), key.secret()));
        return read(store.keep(epoch, document.uid(), Json.text(signed)));
    }

    /** Where its records flow: the feed's topic, or for an agreement on every feed those that there are. */
    List<String> sharedTopics(AgreementDocument document) {
        if (!document.runs()) {
            return List.of();
        }
        return document.target().feed() == null
                ? topics.names(Topics.sharedPrefix(document.assignee())
                        + document.uid().value()
                        + '.')
                : List.of(Topics.shared(
                        document.assignee(), document.uid(), document.target().feed()));
    }

    private SharedUpTo upTo(String topic) {
        return new SharedUpTo(SharedTopic.of(topic).feed(), topic, topics.endOffsets(topic));
    }

    private static SignedReceipt read(String kept) {
        return Json.own(kept, SignedReceipt.class);
    }
}
