package org.weir.dashboard.measure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A number with what it rests on, or why there is none.
 *
 * @param value in the definition's unit; null where there is none
 * @param n observations
 * @param completeness served ÷ scheduled trips (at a stop, calls); null where nothing was scheduled
 * @param low lower end of the 95% interval; null where there is none
 * @param high its upper end
 * @param clusters what the interval takes for independent; null where there is no interval
 * @param grade of headway regularity; null for all else
 * @param missing why there is no value; null where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        Double value,
        long n,
        Double completeness,
        Double low,
        Double high,
        Clusters clusters,
        Regularity grade,
        Missing missing) {
    static Figure none(long n, Double completeness, Missing missing) {
        return new Figure(null, n, completeness, null, null, null, null, missing);
    }

    /** Why there is no number. */
    public enum Missing {
        /** Fewer observations than the definition asks for. */
        TOO_FEW,
        /** Too few so far, and days that were asked for are still to be reckoned: ask again. */
        NOT_YET,
        /** The formula has no answer here: no schedule to compare with, service too rare, nothing in quiet hours. */
        NOT_DEFINED
    }

    /** What varies by itself. */
    public enum Clusters {
        /** Service days: three or more. */
        DAYS,
        /** Quarter hours, where there are too few days; they resemble each other, so that it may be too narrow. */
        QUARTER_HOURS,
        /** The same weekdays of a month, merged: over long periods, for which single days are too many to read. */
        MONTHS
    }

    /** The same where days of it are still to be reckoned: that there are too few is then not the last word. */
    Figure unfinished() {
        return tooFew() ? new Figure(value, n, completeness, low, high, clusters, grade, Missing.NOT_YET) : this;
    }

    public boolean tooFew() {
        return missing == Missing.TOO_FEW;
    }
}
