package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;

/** Puts into words what changed between two forms of a record. */
final class Words {
    private Words() {}

    /** A class's name as people write it: {@code NotRevoked} is “not revoked”. */
    static String name(String simpleName) {
        return simpleName.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** A field's title up to its first semicolon, with its path; the path alone where the contract has none. */
    static String field(String path, KnownFeed feed) {
        return feed.contract()
                .field(path)
                .map(f -> "“" + f.title().split(";")[0].strip() + "” (" + path + ")")
                .orElse(path);
    }

    /** What is another value, is gone or has come, one sentence each; empty where nothing changed. */
    static List<String> changes(JsonNode from, JsonNode to, KnownFeed feed) {
        Map<String, JsonNode> before = Leaves.of(from);
        Map<String, JsonNode> after = Leaves.of(to);
        List<String> said = new ArrayList<>();
        before.forEach((path, value) -> {
            JsonNode now = after.get(path);
            if (now == null) {
                said.add(field(path, feed) + " is left out.");
            } else if (!now.equals(value)) {
                said.add(field(path, feed) + " becomes " + now + " in place of " + value + ".");
            }
        });
        after.forEach((path, value) -> {
            if (!before.containsKey(path)) {
                said.add(field(path, feed) + " is added: " + value + ".");
            }
        });
        return said;
    }
}
