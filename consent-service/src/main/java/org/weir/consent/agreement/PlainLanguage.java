package org.weir.consent.agreement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.feed.ContractField;

/** Says an agreement in short sentences that a resident can read. */
public final class PlainLanguage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "MMMM d, uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PlainLanguage() {}

    /**
     * Five to eight sentences: who shares what with whom, why, on which authority, in which form, until when.
     *
     * @param feed the agreement's feed, or null where it is not registered any more
     */
    public static List<String> of(AgreementDocument a, KnownFeed feed) {
        List<String> sentences = new ArrayList<>();
        String agency = feed == null ? a.assigner().value() : feed.agencyName();
        String title = feed == null ? a.target().feed().value() : feed.title();
        sentences.add(agency + " shares “" + title + "” with " + a.assignee() + ".");
        sentences.add("It may be used for this purpose only: "
                + Purpose.of(a.purpose()).map(Purpose::title).orElse(a.purpose()) + ".");
        sentences.add("The authority for it is: " + a.authority() + ".");
        sentences.add("What flows: " + words(a.target().fields(), feed) + ".");
        if (feed != null) {
            List<String> kept = feed.contract().fields().stream()
                    .map(ContractField::path)
                    .filter(path -> !a.target().fields().contains(path))
                    .toList();
            sentences.add(
                    kept.isEmpty() ? "Nothing of it is kept back." : "What stays behind: " + words(kept, feed) + ".");
        }
        for (Obligation o : a.obligations()) {
            if (o.action().equals(Obligation.PSEUDONYMISE)) {
                sentences.add("In place of “" + word(o.field(), feed)
                        + "” goes a code that only this agreement uses and that nobody can turn back without the key.");
            }
        }
        sentences.add(time(a));
        sentences.add(
                a.retentionDays() == 1
                        ? "The recipient may keep each record for one day."
                        : "The recipient may keep each record for " + a.retentionDays() + " days.");
        return List.copyOf(sentences);
    }

    private static String time(AgreementDocument a) {
        String from = a.effectiveFrom() == null ? "from the day it is activated" : "from " + day(a.effectiveFrom());
        String until = a.expires() == null ? "until the agency revokes it" : "until " + day(a.expires());
        return "It holds " + from + " " + until
                + "; the agency can revoke it at any time, and the flow then stops at once.";
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }

    private static String words(List<String> paths, KnownFeed feed) {
        return String.join("; ", paths.stream().map(path -> word(path, feed)).toList());
    }

    /** The contract's words for a field, without what follows a semicolon; its path where the contract has none. */
    private static String word(String path, KnownFeed feed) {
        if (feed == null) {
            return path;
        }
        return feed.contract()
                .field(path)
                .map(f -> f.title().split(";")[0].strip())
                .orElse(path);
    }
}
