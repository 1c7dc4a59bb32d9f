package org.weir.consent.keystore;

import java.util.List;

/** What is remembered of the hub's own keys, apart from the keystore: with which the hub began, and went on. */
public interface KeyMemory {
    /**
     * A key that the hub has used.
     *
     * @param id its name, from which nothing can be told of a secret
     * @param publicKey X.509 SubjectPublicKeyInfo, base64; null for one that has no public half, or that nobody noted
     */
    record Known(String id, String publicKey) {}

    /** Every key that there has been under a name, the one that counts first. */
    List<Known> known(String name);

    /** Whether this hub has done nothing yet that one of its keys could have stood for. */
    boolean isFresh();

    /**
     * Remembers that this key counts from now on, unless another than {@code before} counts by now.
     *
     * @param before the one that counted, or null for none
     */
    void remember(String name, Known before, Known now);
}
