package org.weir.consent.accounting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.weir.consent.accounting.SharedCounts;
import org.weir.consent.accounting.SubjectNames;
import org.weir.consent.accounting.store.AccountingStore;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.Version;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;

/** Puts an account of a subject together from agreements, their keys and what was counted. */
@ApplicationScoped
class Accounting {
    private final AgreementStore agreements;
    private final AccountingStore counts;
    private final SubjectNames names;

    Accounting(AgreementStore agreements, AccountingStore counts, KnownFeeds feeds, KeyDirectory keys) {
        this.agreements = agreements;
        this.counts = counts;
        this.names = new SubjectNames(feeds, keys);
    }

    /** So many records of the subject went to the recipient; the day is that of the events. */
    public record Line(AgreementId agreement, String title, RecipientId recipient, LocalDate date, long records) {}

    /** @param notes what could not be told, in words */
    public record Account(String subject, List<Line> lines, List<String> notes) {}

    Account of(KnownFeed feed, String subject, LocalDate from, LocalDate to) {
        List<Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Agreement agreement : agreements.all()) {
            if (agreement.versions().stream().anyMatch(v -> v.document().covers(feed.id()))) {
                add(agreement, feed, subject, from, to, lines, notes);
            }
        }
        return new Account(subject, lines, notes);
    }

    private void add(
            Agreement agreement,
            KnownFeed feed,
            String subject,
            LocalDate from,
            LocalDate to,
            List<Line> lines,
            List<String> notes) {
        AgreementDocument a = agreement.document();
        List<LocalDate> days = counts.days(a.uid(), feed.id(), from, to);
        if (days.isEmpty()) {
            return;
        }
        SubjectNames.Names known = names.of(inForce(agreement), agreement.keyEpoch(), feed, subject, days);
        for (AccountingStore.Counted each : counts.of(a.uid(), feed.id(), known.names(), from, to)) {
            lines.add(new Line(a.uid(), a.title(), a.assignee(), each.day(), each.records()));
        }
        long nobody = counts.of(a.uid(), feed.id(), List.of(SharedCounts.NOBODY), from, to).stream()
                .mapToLong(AccountingStore.Counted::records)
                .sum();
        if (nobody > 0) {
            notes.add("Under " + a.uid() + " " + nobody
                    + " records were shared that do not say whom they are about: they are not attributable.");
        }
        if (!known.complete()) {
            notes.add("Under " + a.uid()
                    + " not every name of the subject can be found out, because names change with each"
                    + " trip, are no names, or their key is gone. " + counts.all(a.uid(), feed.id(), from, to)
                    + " records were shared in all.");
        }
    }

    /** Every version under which anything may have been shared. */
    private static List<AgreementDocument> inForce(Agreement agreement) {
        return agreement.versions().stream()
                .filter(v -> v.stays().stream().anyMatch(stay -> stay.state() == AgreementState.ACTIVE))
                .map(Version::document)
                .toList();
    }
}
