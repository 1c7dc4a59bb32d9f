package org.weir.consent.party;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a party's key signs. One for the one is none for the other: a service must not be able to bind its party. */
public enum KeyUse {
    /** Agreements, by the party's officers. */
    AGREEMENTS("agreements"),
    /** Certificates of destruction, by a recipient's own service. */
    CERTIFICATES("certificates");

    private final String word;

    KeyUse(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public static Optional<KeyUse> of(String word) {
        return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
    }
}
