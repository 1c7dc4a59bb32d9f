package org.weir.city.network;

import static org.weir.city.network.Frequency.EXPRESS;
import static org.weir.city.network.Frequency.LOCAL;
import static org.weir.city.network.Frequency.MAIN;
import static org.weir.city.network.Frequency.TRUNK;

import java.util.List;

/**
 * What planners decided: the city's sixteen routes and the county's four, by the main crossings they pass. Routes 1, 2, 3 and 4
 * share Grand Avenue, and with them X1 and X9.
 *
 * @param from the place at the start of direction 0
 * @param to the place at its end
 * @param via main crossings as {avenue, street}, numbered from the west and from the south
 */
record RoutePlan(String number, String name, String color, Frequency frequency, String from, String to, int[][] via) {
    static final List<RoutePlan> RIVERTON = List.of(
            plan("1", "Grand Avenue", "B3202C", TRUNK, "Southgate", "Summit Park", "7,0 7,10"),
            plan("2", "Mill–Grand–Quarry", "1F5FA8", TRUNK, "Lower Mill", "Quarry Hill", "4,1 4,2 7,2 7,8 10,8 10,10"),
            plan(
                    "3",
                    "Saddler–Grand–Kestrel",
                    "2E7D32",
                    TRUNK,
                    "Saddler Green",
                    "Kestrel Heights",
                    "11,1 11,3 7,3 7,5 4,7 3,7 3,9"),
            plan(
                    "4",
                    "Harrow–Grand–Orchard",
                    "6A3FA0",
                    MAIN,
                    "Harrow Common",
                    "Eastfield",
                    "1,2 1,3 7,3 7,5 10,7 13,7"),
            plan("5", "Market Street Crosstown", "C25700", TRUNK, "Westgate", "Eastfield Market", "0,6 4,6 10,6 13,6"),
            plan("6", "Quay–Pemberly", "00707A", MAIN, "Saddler Quay", "Tannery Yards", "12,3 12,4 9,4 9,8 5,8 0,8"),
            plan(
                    "8",
                    "Hollis Street Crosstown",
                    "8A5A00",
                    LOCAL,
                    "Harrow Hill",
                    "Orchard Farm",
                    "1,5 1,8 4,8 12,8 12,7"),
            plan("9", "Cooper Street Crosstown", "A1266B", MAIN, "Tannery Mead", "Saddler Bridge", "0,3 0,2 12,2 12,5"),
            plan("10", "Mill Avenue", "37546D", MAIN, "Thornbury Fields", "Wexcombe Ridge", "3,0 3,1 4,1 4,9 5,9 5,10"),
            plan("11", "Pemberly Avenue", "4B6B00", MAIN, "Bramble Cross", "Foundry Rise", "10,0 9,0 9,9 8,9 8,10"),
            plan("12", "Harrow–Wharf", "00629B", MAIN, "Lower Harrow", "Assembly Square", "2,1 1,1 1,5 7,5 8,5 8,7"),
            plan(
                    "14",
                    "Saddler–Wharf",
                    "9C3D00",
                    MAIN,
                    "Upper Saddler",
                    "Chandler Station",
                    "11,9 11,8 12,8 12,5 6,5 6,6"),
            plan("16", "Quay Street", "5B4A9E", LOCAL, "West Quay", "East Quay", "1,3 1,4 12,4 12,3"),
            plan("18", "Old Ferry Road", "B0174D", MAIN, "Chandler Station", "Ferry Meadows", "6,5 8,5 8,7 10,9 11,9"),
            plan("20", "Drovers Way", "1B7A55", LOCAL, "Quay Street", "Drovers End", "9,4 5,4 2,1"),
            plan("22", "Larkin Loop", "6B6B00", LOCAL, "Larkin Place", "Foundry Hospital", "5,5 5,9 8,9 8,5"));

    static final List<RoutePlan> COUNTY = List.of(
            plan("X1", "Grand Avenue Express", "004B87", EXPRESS, "Southgate Park and Ride", "Summit", "7,0 7,10"),
            plan("X5", "Market Street Express", "8C2F00", EXPRESS, "Westgate", "Eastfield Mall", "0,6 4,6 10,6 13,6"),
            plan("X9", "Saddler Express", "3D6B35", EXPRESS, "Saddler Park and Ride", "Assembly", "11,1 11,3 7,3 7,7"),
            plan("X12", "Harrow Express", "5C3C86", EXPRESS, "Lower Harrow", "Foundry", "1,1 1,5 7,5 8,5 8,7"));

    private static RoutePlan plan(
            String number, String name, String color, Frequency frequency, String from, String to, String via) {
        String[] pairs = via.split(" ");
        int[][] crossings = new int[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].split(",");
            crossings[i] = new int[] {Integer.parseInt(pair[0]), Integer.parseInt(pair[1])};
        }
        return new RoutePlan(number, name, color, frequency, from, to, crossings);
    }

    int[][] via(int direction) {
        if (direction == 0) {
            return via;
        }
        int[][] back = new int[via.length][];
        for (int i = 0; i < via.length; i++) {
            back[i] = via[via.length - 1 - i];
        }
        return back;
    }
}
