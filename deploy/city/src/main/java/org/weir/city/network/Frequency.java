package org.weir.city.network;

/** How often a route runs. */
public enum Frequency {
    TRUNK,
    MAIN,
    LOCAL,
    EXPRESS
}
