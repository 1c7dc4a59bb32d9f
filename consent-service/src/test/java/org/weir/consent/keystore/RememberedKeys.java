package org.weir.consent.keystore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A memory that lasts as long as a test. */
final class RememberedKeys implements KeyMemory {
    private final Map<String, List<Known>> keys = new HashMap<>();
    boolean fresh = true;
    /** What somebody else remembers just before. */
    Known meanwhile;

    @Override
    public List<Known> known(String name) {
        return List.copyOf(keys.getOrDefault(name, List.of()));
    }

    @Override
    public boolean isFresh() {
        return fresh;
    }

    @Override
    public void remember(String name, Known before, Known now) {
        List<Known> all = keys.computeIfAbsent(name, each -> new ArrayList<>());
        if (meanwhile != null) {
            all.add(0, meanwhile);
            meanwhile = null;
        }
        Known counting = all.isEmpty() ? null : all.get(0);
        if (!Objects.equals(id(counting), id(before))) {
            return;
        }
        if (Objects.equals(id(counting), now.id())) {
            all.remove(0);
        }
        all.add(0, now);
    }

    private static String id(Known known) {
        return known == null ? null : known.id();
    }
}
