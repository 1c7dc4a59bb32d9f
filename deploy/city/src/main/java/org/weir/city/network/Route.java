package org.weir.city.network;

/**
 * @param color six hexadecimal digits
 * @param textColor black or white, whichever reads better on it
 * @param patterns direction 0, then direction 1
 */
public record Route(
        String id,
        String shortName,
        String longName,
        String color,
        String textColor,
        Frequency frequency,
        java.util.List<Pattern> patterns) {}
