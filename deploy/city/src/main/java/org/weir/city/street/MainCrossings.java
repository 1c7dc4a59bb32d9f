package org.weir.city.street;

/** Finds a crossing by the numbers of its main avenue (from the west) and main street (from the south). */
public final class MainCrossings {
    private MainCrossings() {}

    /** The crossing there, or where the city ends before it, the nearest crossing of main streets. */
    public static Crossing at(Streets streets, int avenue, int street) {
        return streets.mainCrossing(Grid.AVENUES[avenue], Grid.STREETS[street]);
    }
}
