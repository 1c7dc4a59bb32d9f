package org.weir.dashboard.trust;

/** The hub's public keys cannot be had for now: whose word something is cannot be told, neither yes nor no. */
final class KeysOutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysOutOfReach(String why) {
        super(why);
    }
}
