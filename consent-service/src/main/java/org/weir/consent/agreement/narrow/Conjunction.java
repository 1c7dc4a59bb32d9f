package org.weir.consent.agreement.narrow;

/**
 * Whether one CEL predicate is another with more added by {@code &&}. It looks at the text alone and says yes only where
 * that is certain: {@code (parent) && rest}, in which no {@code ||} or {@code ?} of the rest, which bind less, could
 * take the parent's part out of the conjunction, and nothing hides a bracket from it.
 */
final class Conjunction {
    private Conjunction() {}

    /** Whether every record for which {@code child} is true is one for which {@code parent} is. */
    static boolean keeps(String parent, String child) {
        String open = "(" + parent + ") && ";
        return child.equals(parent)
                || child.startsWith(open) && whole(parent, false) && whole(child.substring(open.length()), true);
    }

    /**
     * Whether the text is one operand: its brackets and quotes pair up within it.
     *
     * @param bindsTight whether it must also bear an {@code &&} beside it
     */
    private static boolean whole(String text, boolean bindsTight) {
        if (text.isBlank() || hides(text)) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (bindsTight && depth == 0 && (c == '|' || c == '?')) {
                return false;
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0 && quote == 0;
    }

    /** Comments, escapes and long quotes could make a bracket look like one that it is not. */
    private static boolean hides(String text) {
        return text.contains("//")
                || text.indexOf('\\') >= 0
                || text.contains("\"\"\"")
                || text.contains("'''")
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }
}
