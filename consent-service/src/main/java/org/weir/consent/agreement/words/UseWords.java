package org.weir.consent.agreement.words;

import java.util.Collection;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.Prohibition;

/** What a recipient may and must not do, in words. */
public final class UseWords {
    private UseWords() {}

    static String of(Action action) {
        return switch (action) {
            case READ -> "read it";
            case AGGREGATE -> "count and average it";
            case DISPLAY -> "show it to the public";
            case LINK -> "join it with other data";
            case DISTRIBUTE -> "pass it on to others";
        };
    }

    static String of(Prohibition prohibition) {
        return switch (prohibition) {
            case RE_IDENTIFY -> "find out whom a record is about";
            case LINK_BEYOND -> "join it with data that the agreement does not name";
            case REDISTRIBUTE -> "pass it on to anybody";
            case ENFORCEMENT_USE -> "use it to enforce the law against anybody";
        };
    }

    static String actions(Collection<Action> some) {
        return Wording.and(some.stream().map(UseWords::of).toList());
    }

    public static String prohibitions(Collection<Prohibition> some) {
        return String.join(", nor ", some.stream().map(UseWords::of).toList());
    }
}
