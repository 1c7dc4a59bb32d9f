package org.weir.consent.agreement.store;

import java.util.Map;
import java.util.TreeMap;
import org.weir.consent.agreement.AgreementEvent;

/** Every kind of event by the name under which it is kept. A name, once kept, keeps its meaning. */
final class EventKinds {
    private static final Map<String, Class<? extends AgreementEvent>> TYPES = types();

    private EventKinds() {}

    static String of(AgreementEvent event) {
        return event.getClass().getSimpleName();
    }

    static Class<? extends AgreementEvent> type(String kind) {
        Class<? extends AgreementEvent> type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalStateException("An event of an unknown kind is kept: " + kind);
        }
        return type;
    }

    /** Every kind, sorted. */
    static Map<String, Class<? extends AgreementEvent>> all() {
        return TYPES;
    }

    private static Map<String, Class<? extends AgreementEvent>> types() {
        Map<String, Class<? extends AgreementEvent>> types = new TreeMap<>();
        for (Class<?> group : AgreementEvent.class.getPermittedSubclasses()) {
            for (Class<?> type : group.getPermittedSubclasses()) {
                Class<?> other = types.put(type.getSimpleName(), type.asSubclass(AgreementEvent.class));
                if (other != null) {
                    throw new IllegalStateException("Two events are called " + type.getSimpleName());
                }
            }
        }
        return java.util.Collections.unmodifiableMap(types);
    }
}
