package org.weir.consent.agreement.words;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;

/** What ids, paths and dates are called in a sentence. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu 'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("MMMM d, uuuu 'at' HH:mm:ss", Locale.ENGLISH);

    private final KnownFeed feed;
    private final ZoneId zone;

    /**
     * The words for agreements about one feed.
     *
     * @param feed the feed; null where it is not registered any more or every feed is meant
     * @param zone the time zone in which its agency counts days
     */
    private Wording(KnownFeed feed, ZoneId zone) {
        this.feed = feed;
        this.zone = zone;
    }

    /** The words for agreements about one feed, in its agency's days; in UTC where it is null. */
    public static Wording of(KnownFeed feed) {
        return new Wording(feed, feed == null ? ZoneOffset.UTC : feed.timezone());
    }

    /**
     * The words for an agreement. One that names no feed that is registered has the days of its agency where all feeds of
     * that count them alike, else UTC's.
     */
    public static Wording of(AgreementDocument a, FeedDirectory feeds) {
        if (a.target() != null && a.target().feed() != null) {
            Optional<KnownFeed> feed = feeds.known(a.target().feed());
            if (feed.isPresent()) {
                return of(feed.get());
            }
        }
        List<ZoneId> zones = feeds.of(a.assigner()).stream()
                .map(KnownFeed::timezone)
                .distinct()
                .toList();
        return new Wording(null, zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC);
    }

    public String agency(AgreementDocument a) {
        return feed == null ? name(a.assigner()) : feed.agencyName();
    }

    /** The feed, or every feed but some. */
    public String feeds(AgreementDocument a) {
        if (a.target().feed() != null) {
            return "“" + (feed == null ? text(a.target().feed().dataset()) : feed.title()) + "”";
        }
        List<String> except = a.target().except().stream()
                .map(each -> "“" + text(each.dataset()) + "”")
                .toList();
        return "all its data, also such as it may publish later" + (except.isEmpty() ? "" : ", except " + and(except));
    }

    /** An id as a name: {@code city-planning} is City Planning. */
    public static String name(Object id) {
        return Stream.of(id.toString().split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** A path or an id as plain words: {@code trip.routeId} is trip route id, {@code trip.tripId} is trip id. */
    static String text(String id) {
        return id.replaceAll("\\b(\\w+)\\.(?=\\1)", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[.-]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The contract's words for a field, without what follows a semicolon. */
    public String field(String path) {
        return title(path).orElse(text(path));
    }

    Optional<String> title(String path) {
        return feed == null
                ? Optional.empty()
                : feed.contract().field(path).map(f -> f.title().split(";")[0].strip());
    }

    String fields(Collection<String> paths) {
        return String.join("; ", paths.stream().map(this::field).toList());
    }

    /** The fields of the contract that are not among these; none where the contract is not known. */
    List<String> others(Collection<String> paths) {
        return feed == null
                ? List.of()
                : feed.contract().fields().stream()
                        .map(f -> f.path())
                        .filter(path -> !paths.contains(path))
                        .toList();
    }

    boolean knowsContract() {
        return feed != null;
    }

    /** A day as the agency counts it, with the name of its time zone. */
    public String date(Instant instant) {
        return day(instant, zone);
    }

    /** A day in UTC, where nobody knows whose days are meant. */
    public static String day(Instant instant) {
        return day(instant, ZoneOffset.UTC);
    }

    /** A day; with its time where it is not midnight, to the second where that says more. */
    private static String day(Instant instant, ZoneId zone) {
        ZonedDateTime at = instant.atZone(zone);
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return DAY.format(at) + " (" + Zones.name(zone) + ")";
        }
        return (at.getSecond() == 0 ? MOMENT : SECOND).format(at) + " " + Zones.name(zone);
    }

    /** The same, or other words where there is none. */
    public static String day(Instant instant, String none) {
        return instant == null ? none : day(instant);
    }

    /** One; two; or more, as people list them. */
    static String and(List<String> some) {
        int last = some.size() - 1;
        return last < 1 ? String.join("", some) : String.join(", ", some.subList(0, last)) + " and " + some.get(last);
    }

    static String days(int n) {
        return n == 1 ? "one day" : n + " days";
    }
}
