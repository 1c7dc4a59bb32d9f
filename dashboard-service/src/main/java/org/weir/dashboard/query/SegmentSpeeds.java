package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.Definition;
import org.weir.schemas.id.FeedId;

/**
 * The answer to: how fast is each segment of this route and direction?
 *
 * @param definitions what the mean and the percentiles mean
 */
public record SegmentSpeeds(
        FeedId feed,
        AgreementRef agreement,
        String route,
        int direction,
        LocalDate from,
        LocalDate to,
        ZoneId timezone,
        List<Definition> definitions,
        List<Integer> hours,
        List<Segment> segments) {

    /** Under which agreement the positions came. */
    public record AgreementRef(String id, String title, int version) {}

    /** A stop, by name. */
    public record StopRef(String id, String name) {}

    /**
     * One segment.
     *
     * @param id {@code fromStop>toStop}
     * @param sequence its place along the direction, from 1
     * @param metres along the shape
     * @param geometry [longitude, latitude] pairs
     * @param all over all hours asked for
     * @param byHour by local hour
     * @param scheduled scheduled traversals on these dates and hours
     * @param observed observed ones
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(
            String id,
            int sequence,
            StopRef fromStop,
            StopRef toStop,
            double metres,
            double[][] geometry,
            Figure all,
            Map<Integer, Figure> byHour,
            int scheduled,
            long observed) {}
}
