package org.weir.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What somebody sends to register or change a feed.
 *
 * @param id {@code <agency>.<dataset>}
 * @param title its name for people
 * @param contract the id of a contract that ships with Weir
 * @param schedule where its static GTFS is, or null
 * @param recorded whether it replays the past; absent means no
 * @param past whether days that are over are taken beside what is live; absent means no
 * @param source how its data comes
 */
public record FeedForm(
        String id, String title, String contract, String schedule, Boolean recorded, Boolean past, SourceForm source) {
    /** Longer than any bus, shorter than a day without news. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    /** Ten times a second is what a replay at many times real speed needs. */
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
    private static final double USUAL_PERIOD = 15;
    private static final double USUAL_TIMEOUT = 10;

    /**
     * How the data comes.
     *
     * @param kind {@code poll} or {@code push}
     * @param url whom to ask
     * @param everySeconds how often; fractions allowed, 15 where absent
     * @param timeoutSeconds how long an answer may take; 10 where absent
     */
    public record SourceForm(String kind, String url, Double everySeconds, Double timeoutSeconds) {
        Source source() {
            if (kind == null) {
                throw new Refusal(ErrorCode.MISSING_FIELD, "The field source.kind is missing.");
            }
            return switch (kind) {
                case "push" -> new Source.Push();
                case "poll" ->
                    new Source.Poll(
                            Forms.address("source.url", url),
                            seconds("source.everySeconds", everySeconds, USUAL_PERIOD, LONGEST_PERIOD),
                            seconds("source.timeoutSeconds", timeoutSeconds, USUAL_TIMEOUT, LONGEST_TIMEOUT));
                default -> throw new Refusal(ErrorCode.BAD_SOURCE, "The field source.kind is neither poll nor push.");
            };
        }

        private static Duration seconds(String field, Double value, double usual, Duration longest) {
            double seconds = value == null ? usual : value;
            double millis = seconds * 1000;
            if (!(millis >= SHORTEST_PERIOD.toMillis() && millis <= longest.toMillis())) {
                throw new Refusal(
                        ErrorCode.BAD_SOURCE,
                        "The field " + field + " is not between 0.1 and " + longest.toSeconds() + " seconds.");
            }
            return Duration.ofMillis(Math.round(millis));
        }
    }

    /**
     * The id of the feed.
     *
     * @throws Refusal where it is missing or cannot be used
     */
    public FeedId feedId() {
        try {
            return FeedId.of(Forms.text("id", id));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_ID, e.getMessage());
        }
    }

    /**
     * The feed that the form describes.
     *
     * @throws Refusal where a field is missing or cannot be used
     */
    public Feed feed(Instant now) {
        FeedId feed = feedId();
        FeedContract kept = FeedContract.shipped(Forms.text("contract", contract))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_CONTRACT, "The field contract names none."));
        return new Feed(
                feed,
                Forms.text("title", title),
                kept.id(),
                kept.version(),
                scheduleAddress(),
                Boolean.TRUE.equals(recorded),
                Boolean.TRUE.equals(past),
                wayOfComing(),
                now);
    }

    /**
     * The feed as the form changes it: title, schedule, source, whether it is recorded and whether it takes the past.
     *
     * @throws Refusal where a field is missing or cannot be used
     */
    public Feed change(Feed before) {
        return new Feed(
                before.id(),
                Forms.text("title", title),
                before.contract(),
                before.contractVersion(),
                scheduleAddress(),
                Boolean.TRUE.equals(recorded),
                Boolean.TRUE.equals(past),
                wayOfComing(),
                before.registeredAt());
    }

    private Source wayOfComing() {
        if (source == null) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The field source is missing.");
        }
        return source.source();
    }

    private URI scheduleAddress() {
        return schedule == null || schedule.isBlank() ? null : Forms.address("schedule", schedule);
    }
}
