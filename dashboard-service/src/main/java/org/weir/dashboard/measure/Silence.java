package org.weir.dashboard.measure;

/**
 * The feed said nothing: who came meanwhile is not known, and a headway that spans it is none.
 *
 * @param from POSIX seconds
 * @param to POSIX seconds
 */
public record Silence(double from, double to) {}
