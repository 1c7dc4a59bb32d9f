package org.weir.dashboard.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Parameter;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads parameters, and refuses with a sentence what cannot be one. */
public final class Parameters {
    private Parameters() {}

    public static FeedId feed(String value) {
        if (value == null || value.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The parameter feed is missing.");
        }
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
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw malformed("The parameter " + name + " is a date, such as 2026-03-31.");
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
        throw malformed("The parameter " + name + " is a whole number from 1.");
    }

    static int direction(String value) {
        if ("0".equals(value) || "1".equals(value)) {
            return value.charAt(0) - '0';
        }
        throw malformed("The parameter direction is 0 or 1.");
    }

    /** Local hours, such as 7,8; none given means all. */
    static List<Integer> hours(String value) {
        List<Integer> hours = new ArrayList<>();
        if (value != null && !value.isEmpty()) {
            for (String each : value.split(",")) {
                try {
                    hours.add(Integer.parseInt(each.strip()));
                } catch (NumberFormatException e) {
                    throw malformed("The parameter hours is a list such as 7,8.");
                }
            }
        }
        if (hours.stream().anyMatch(hour -> hour < 0 || hour > 23)) {
            throw malformed("An hour is 0 to 23.");
        }
        return hours;
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

    private static Refusal malformed(String detail) {
        return new Refusal(ErrorCode.MALFORMED_REQUEST, detail);
    }
}
