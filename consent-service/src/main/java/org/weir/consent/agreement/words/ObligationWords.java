package org.weir.consent.agreement.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.weir.schemas.agreement.Obligation;

/** What is done to each record on the way, in words. */
final class ObligationWords {
    /** How far across an H3 cell is, by resolution: twice the mean edge (h3geo.org, cell statistics). */
    private static final String[] ACROSS = {
        "2,600 km",
        "970 km",
        "370 km",
        "140 km",
        "52 km",
        "20 km",
        "7 km",
        "3 km",
        "1 km",
        "400 m",
        "150 m",
        "60 m",
        "20 m",
        "8 m",
        "3 m",
        "1 m"
    };

    private ObligationWords() {}

    /** A sentence. One that is not known is named with what it says, so that nobody overlooks it. */
    static String of(Obligation o, Wording words) {
        String field = o.field() == null ? "" : "“" + words.field(o.field()) + "”";
        return switch (o.action()) {
            case "pseudonymise" ->
                "In place of " + field
                        + " goes a code that only this agreement uses and that nobody can turn back without the key.";
            case "rotateId" ->
                "In place of " + field + " goes a code that changes with each " + text(o, "per", "period")
                        + ", so that nobody can follow it from one to the next.";
            case "redact" ->
                with(o, "value") == null
                        ? field + " is left empty."
                        : "In place of " + field + " stands always the same: “" + with(o, "value") + "”.";
            case "mask" -> "Of " + field + " only the last " + text(o, "showLast", "few") + " characters are shown.";
            case "coarsenLocation" ->
                "The place is given no closer than a hexagon about " + across(o) + " across"
                        + (o.with().containsKey("protect")
                                ? "; records from protected places, such as shelters and clinics, are not shared."
                                : ".");
            case "generalise" -> field + " is given only roughly: " + roughly(o) + ".";
            case "delay" -> "Each record is held back and shared " + duration(o, "by") + " after it happened.";
            case "sample" -> "Only " + share(o) + " of all vehicles or persons are in it, always the same ones.";
            case "limitUse" ->
                "At most " + text(o, "records", "a fixed number of") + " records "
                        + ("day".equals(with(o, "per")) ? "a day" : "in all") + " are shared.";
            default -> "Also: " + Wording.text(o.action()) + (field.isEmpty() ? "" : " " + field) + details(o) + ".";
        };
    }

    private static String roughly(Obligation o) {
        return switch (text(o, "to", "")) {
            case "bins" -> "in steps of " + text(o, "width", "some width");
            case "time" -> "to the " + Wording.text(text(o, "unit", "hour"));
            case "zip3" -> "by the first three digits of the ZIP code";
            case "ages" ->
                "in bands of age that begin at "
                        + text(o, "starts", "some years").replace(",", ", ");
            default -> "in another form" + details(o);
        };
    }

    private static String with(Obligation o, String name) {
        return o.with().get(name);
    }

    private static String text(Obligation o, String name, String otherwise) {
        return o.with().getOrDefault(name, otherwise);
    }

    private static String details(Obligation o) {
        return o.with().isEmpty()
                ? ""
                : o.with().entrySet().stream()
                        .map(ObligationWords::detail)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String detail(Map.Entry<String, String> each) {
        return Wording.text(each.getKey()) + " " + each.getValue();
    }

    private static String across(Obligation o) {
        try {
            return ACROSS[Integer.parseInt(text(o, "resolution", ""))];
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return "unknown far";
        }
    }

    private static String share(Obligation o) {
        try {
            BigDecimal percent = new BigDecimal(text(o, "share", "")).movePointRight(2);
            return percent.stripTrailingZeros().toPlainString() + " percent";
        } catch (NumberFormatException e) {
            return "a part";
        }
    }

    private static String duration(Obligation o, String name) {
        try {
            return words(Duration.parse(text(o, name, "")));
        } catch (DateTimeParseException e) {
            return "some time";
        }
    }

    static String words(Duration d) {
        long seconds = d.toSeconds();
        if (seconds % 86_400 == 0) {
            return count(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return count(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long n, String what) {
        return n == 1 ? "one " + what : n + " " + what + "s";
    }
}
