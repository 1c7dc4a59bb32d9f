package org.weir.dashboard.rank;

/**
 * A place in its order.
 *
 * @param rank from 1 within its cause
 * @param savedADay seconds of buses that a mean day would save if the cause were gone
 * @param low of its 95% interval, by drawing days again
 * @param high of it
 * @param stability share of draws in which it is among the top
 */
public record Ranked(Finding finding, int rank, double savedADay, double low, double high, double stability) {}
