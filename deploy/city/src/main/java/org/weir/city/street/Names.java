package org.weir.city.street;

import java.util.List;

/** The names of Riverton's streets: invented, or so common that they belong to nobody. */
final class Names {
    /** Main avenues, west to east. */
    static final List<String> MAIN_AVENUES = List.of(
            "Tannery Road",
            "Harrow Avenue",
            "Kestrel Avenue",
            "Wexcombe Avenue",
            "Mill Avenue",
            "Larkin Avenue",
            "Chandler Avenue",
            "Grand Avenue",
            "Foundry Avenue",
            "Pemberly Avenue",
            "Orchard Avenue",
            "Quarry Road",
            "Saddler Avenue",
            "Eastfield Road");
    /** Main streets, south to north; the river runs between the fifth and the sixth. */
    static final List<String> MAIN_STREETS = List.of(
            "Southgate Road",
            "Bramble Street",
            "Cooper Street",
            "Thornbury Street",
            "Quay Street",
            "Wharf Street",
            "Market Street",
            "Assembly Street",
            "Hollis Street",
            "Ridgeway",
            "Summit Road");

    static final List<String> AVENUES = List.of(
            "Adder Lane",
            "Bellows Lane",
            "Calder Place",
            "Dunnock Lane",
            "Elmhurst Place",
            "Farrier Lane",
            "Gantry Lane",
            "Hatter Lane",
            "Ives Place",
            "Juniper Lane",
            "Kiln Lane",
            "Lantern Lane",
            "Marlow Place",
            "Nettle Lane",
            "Osier Lane",
            "Plover Place",
            "Quill Lane",
            "Roper Lane",
            "Sexton Place",
            "Tinker Lane",
            "Umber Lane",
            "Vesper Place",
            "Warbler Lane",
            "Yarrow Lane",
            "Zephyr Place",
            "Archer Lane",
            "Beacon Place",
            "Candle Lane",
            "Draper Lane",
            "Ember Place");
    static final List<String> STREETS = List.of(
            "Acorn Street",
            "Barrow Street",
            "Copper Street",
            "Damson Street",
            "Ferry Street",
            "Garnet Street",
            "Hazel Street",
            "Indigo Street",
            "Jasper Street",
            "Kelp Street",
            "Linden Street",
            "Mason Street",
            "Nutmeg Street",
            "Opal Street",
            "Pewter Street",
            "Quince Street",
            "Rowan Street",
            "Slate Street",
            "Teasel Street",
            "Verdant Street",
            "Willow Street",
            "Yew Street",
            "Ash Street",
            "Birch Street",
            "Clover Street");
    static final String NORTH_EAST = "Old Ferry Road";
    static final String SOUTH_WEST = "Drovers Way";

    private Names() {}
}
