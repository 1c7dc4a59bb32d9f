package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.rank.Finding;
import org.weir.dashboard.rank.Heat;

/**
 * What a place is ranked by.
 *
 * @param place as the ranking tells it
 * @param streets ids of the streets that it lies on
 * @param geometry [longitude, latitude] lines in the direction of travel; a stop is one point
 * @param heat by weekday and hour, where buses passed
 * @param days each service date
 * @param profile along the place, in the direction of travel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceEvidence(
        RankedPlace place,
        List<String> streets,
        List<double[][]> geometry,
        List<Hour> heat,
        List<Day> days,
        List<Step> profile) {
    /** Of fewer buses no number is told. */
    private static final int FEWEST = 5;

    /**
     * A weekday and hour.
     *
     * @param hour of the service day: 25 is one o'clock in the night after
     * @param days service dates of that weekday
     * @param saved seconds that would be saved in that hour of one of them; n: buses on all of them
     */
    public record Hour(int weekday, int hour, int days, @JsonUnwrapped Figure saved) {
        static Hour of(Heat heat) {
            long n = Math.round(heat.buses());
            boolean tooFew = n < FEWEST;
            Double low = tooFew ? null : RankedPlace.number(heat.low());
            return new Hour(
                    heat.weekday(),
                    heat.hour(),
                    heat.days(),
                    new Figure(
                            tooFew ? null : RankedPlace.number(heat.saved()),
                            n,
                            null,
                            low,
                            low == null ? null : RankedPlace.number(heat.high()),
                            low == null ? null : Figure.Clusters.DAYS,
                            null,
                            tooFew ? Figure.Missing.TOO_FEW : null));
        }
    }

    /**
     * A service date.
     *
     * @param saved seconds of buses that it would save
     * @param n buses that passed
     */
    public record Day(LocalDate date, Double saved, long n) {}

    /**
     * A part of the place.
     *
     * @param at the street or stop
     * @param metres from the place's beginning to the part's end
     * @param seconds that a bus takes there in the mean; null of fewer than five
     * @param usual seconds that it would
     * @param n how many passes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(String at, Double metres, Double seconds, Double usual, long n) {
        static Step of(Finding.Step step) {
            boolean tooFew = step.n() < FEWEST;
            return new Step(
                    step.at(),
                    RankedPlace.number(step.metres()),
                    tooFew ? null : RankedPlace.number(step.seconds()),
                    tooFew ? null : RankedPlace.number(step.usual()),
                    step.n());
        }
    }

    static PlaceEvidence of(Rankings.Place place, Rankings.Told told) {
        Finding finding = place.ranked().finding();
        List<LocalDate> dates = told.days();
        return new PlaceEvidence(
                RankedPlace.of(place, told.layout()),
                finding.where().streets(),
                finding.where().lines(),
                Heat.of(finding, dates).stream().map(Hour::of).toList(),
                IntStream.range(0, dates.size())
                        .mapToObj(day -> new Day(
                                dates.get(day),
                                RankedPlace.number(finding.saved().ofDay(day)),
                                Math.round(finding.buses().ofDay(day))))
                        .toList(),
                finding.profile().stream().map(Step::of).toList());
    }
}
