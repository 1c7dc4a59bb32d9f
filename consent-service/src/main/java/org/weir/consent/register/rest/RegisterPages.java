package org.weir.consent.register.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.ledger.DailyCount;
import org.weir.consent.ledger.store.LedgerStore;
import org.weir.consent.register.Register;
import org.weir.consent.register.RegisterEntry;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.id.AgreementId;

/** The register as it stands, made anew at most every few seconds however many ask. */
@ApplicationScoped
class RegisterPages {
    /** Anybody may ask, as often as they like; the database is asked no more than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** One state of the register. */
    record Page(byte[] json, String tag, Instant at) {}

    private final AgreementStore agreements;
    private final LedgerStore ledger;
    private final KnownFeeds feeds;
    private final Clock clock;
    private Page page;

    RegisterPages(AgreementStore agreements, LedgerStore ledger, KnownFeeds feeds, Clock clock) {
        this.agreements = agreements;
        this.ledger = ledger;
        this.feeds = feeds;
        this.clock = clock;
    }

    synchronized Page now() {
        Instant now = clock.instant();
        if (page == null || Duration.between(page.at(), now).abs().compareTo(FRESH) >= 0) {
            byte[] json = Json.bytes(register());
            page = new Page(json, ContentHash.ofBytes(json).substring(ContentHash.PREFIX.length()), now);
        }
        return page;
    }

    private Object register() {
        Map<AgreementId, List<DailyCount>> daily = ledger.daily(null).stream()
                .filter(count -> count.agreement() != null)
                .collect(Collectors.groupingBy(DailyCount::agreement));
        List<Agreement> signed =
                agreements.all().stream().filter(Agreement::wasFinal).toList();
        List<RegisterEntry> entries = signed.stream()
                .map(a -> entry(a, daily.getOrDefault(a.document().uid(), List.of())))
                .sorted(Comparator.comparing(entry -> entry.document().uid().value()))
                .toList();
        return Register.of(
                entries,
                entries.stream()
                        .map(RegisterEntry::since)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private RegisterEntry entry(Agreement a, List<DailyCount> daily) {
        return new RegisterEntry(
                a.document(),
                Json.STRICT.valueToTree(a.document()),
                a.state(),
                a.endedAs(),
                a.current().since(),
                Wording.of(a.document(), feeds),
                daily);
    }
}
