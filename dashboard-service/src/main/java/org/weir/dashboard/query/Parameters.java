package org.weir.dashboard.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Parameter;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads parameters, and refuses with a sentence what cannot be one. */
public final class Parameters {
    private static final int LAST_HOUR = 29;
    /** Years of four digits, as everybody writes them. */
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter LENIENT =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.LENIENT);

    private Parameters() {}

    public static FeedId feed(String value) {
        required("feed", value);
        try {
            return FeedId.of(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_ID, e.getMessage());
        }
    }

    public static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The parameter " + name + " is missing.");
        }
        return value;
    }

    /** A date, or what stands for it where none is given. */
    public static LocalDate date(String name, String value, LocalDate otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() > 0 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a date that nobody means.
        }
        throw wrong(
                looksLikeADate(value)
                        ? "The parameter " + name + " is " + value + ", and there is no such day."
                        : "The parameter " + name + " is a date, such as 2026-03-31.");
    }

    /** As 2026-02-30 does. */
    private static boolean looksLikeADate(String value) {
        try {
            return value.length() == "2026-02-30".length() && LENIENT.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static int positive(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is not one of these.
        }
        throw wrong("The parameter " + name + " is a whole number from 1.");
    }

    /** Read after what may be wrong beside it: that it is missing is not to hide another mistake. */
    static int direction(String value) {
        required("direction", value);
        if ("0".equals(value) || "1".equals(value)) {
            return value.charAt(0) - '0';
        }
        throw wrong("The parameter direction is 0 or 1.");
    }

    /** Local hours, such as 7,8; none given means all. */
    static List<Integer> hours(String value) {
        List<Integer> hours = new ArrayList<>();
        if (value != null && !value.isEmpty()) {
            for (String each : list("hours", value)) {
                try {
                    hours.add(Integer.parseInt(each));
                } catch (NumberFormatException e) {
                    throw wrong("The parameter hours is a list such as 7,8.");
                }
            }
        }
        if (hours.stream().anyMatch(hour -> hour < 0 || hour > 23)) {
            throw wrong("An hour is 0 to 23.");
        }
        return hours;
    }

    /** Such as mon,tue; none given means all. */
    static Set<DayOfWeek> weekdays(String value) {
        if (value == null || value.isEmpty()) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (String each : list("days", value)) {
            weekdays.add(Arrays.stream(DayOfWeek.values())
                    .filter(day -> word(day).equals(each))
                    .findFirst()
                    .orElseThrow(() -> wrong("The parameter days is a list such as mon,tue,wed,thu,fri.")));
        }
        return weekdays;
    }

    static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    /** Hours of the service day and ranges of them, such as 7,8,16-18; none given means all. */
    static BitSet serviceHours(String value) {
        BitSet hours = new BitSet();
        if (value == null || value.isEmpty()) {
            hours.set(0, LAST_HOUR + 1);
            return hours;
        }
        for (String each : list("hours", value)) {
            String[] ends = each.split("-", 2);
            int first = hour(ends[0]);
            int last = hour(ends[ends.length - 1]);
            if (first > last) {
                throw wrong("A range of hours begins before it ends: 16-18.");
            }
            hours.set(first, last + 1);
        }
        return hours;
    }

    private static int hour(String value) {
        try {
            int hour = Integer.parseInt(value.strip());
            if (hour >= 0 && hour <= LAST_HOUR) {
                return hour;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is none.
        }
        throw wrong("The parameter hours is a list such as 7,8,16-18; an hour of the service day is 0 to 29.");
    }

    /** What stands between commas; refuses a comma too many. */
    static List<String> list(String name, String value) {
        List<String> list =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (list.contains("")) {
            throw wrong("The parameter " + name + " has a comma too many.");
        }
        return list;
    }

    /** Service dates; none given means none. */
    static Set<LocalDate> dates(String name, String value) {
        Set<LocalDate> dates = new TreeSet<>();
        if (value != null && !value.isEmpty()) {
            list(name, value).forEach(each -> dates.add(date(name, each, null)));
        }
        return dates;
    }

    /** What was chosen among the parameters of measures. */
    public static Choices choices(MultivaluedMap<String, String> query) {
        Map<String, String> chosen = new HashMap<>();
        for (Parameter each : Parameter.ALL) {
            if (query.containsKey(each.id())) {
                chosen.put(each.id(), query.getFirst(each.id()));
            }
        }
        return Choices.of(chosen);
    }

    private static Refusal wrong(String detail) {
        return new Refusal(ErrorCode.BAD_PARAMETER, detail);
    }
}
