package org.weir.consent.agreement.words;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A predicate in CEL as words: {@code trip.routeId == "28"} is “Route” is “28”. What it does not know it leaves. */
final class PredicateWords {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?<d>[^\"]*)\"|'(?<s>[^']*)'|(?<name>[A-Za-z_][A-Za-z0-9_.]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!])|.",
            Pattern.DOTALL);

    private static final Map<String, String> SIGNS = Map.of(
            "==", " is ",
            "!=", " is not ",
            "<", " is less than ",
            "<=", " is at most ",
            ">", " is more than ",
            ">=", " is at least ",
            "&&", " and ",
            "||", " or ",
            "!", " not ");

    private static final Map<String, String> NAMES = Map.of(
            "in", " is one of ",
            "true", "true",
            "false", "false",
            "eventTime", "the time of the event");

    private static final Map<String, String> CALLS = Map.of(
            "startsWith", " begins with ",
            "endsWith", " ends with ",
            "contains", " contains ",
            "matches", " has the form ",
            "size", " the length of ");

    private PredicateWords() {}

    static String of(String predicate, Wording words) {
        StringBuilder said = new StringBuilder();
        Matcher token = TOKEN.matcher(predicate);
        while (token.find()) {
            said.append(word(token, words));
        }
        return said.toString()
                .replaceAll("\\s+", " ")
                .replaceAll("([(\\[]) ", "$1")
                .replace("[", "(")
                .replace("]", ")")
                .strip();
    }

    private static String word(Matcher token, Wording words) {
        String text = token.group("d") != null ? token.group("d") : token.group("s");
        if (text != null) {
            return "“" + text + "”";
        }
        if (token.group("sign") != null) {
            return SIGNS.get(token.group("sign"));
        }
        return token.group("name") == null ? token.group() : name(token.group("name"), words);
    }

    private static String name(String name, Wording words) {
        if (NAMES.containsKey(name)) {
            return NAMES.get(name);
        }
        int dot = name.lastIndexOf('.');
        String call = CALLS.get(name.substring(dot + 1));
        if (call != null) {
            return (dot < 0 ? "" : quoted(name.substring(0, dot), words)) + call;
        }
        return quoted(name, words);
    }

    private static String quoted(String path, Wording words) {
        return "“" + words.field(path) + "”";
    }
}
