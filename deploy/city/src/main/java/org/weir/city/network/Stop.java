package org.weir.city.network;

import org.weir.city.geo.Point;

/**
 * A stop at the kerb of one direction of a street; every route that passes may use it.
 *
 * @param block the street block it stands on
 * @param along metres from the block's start
 * @param weight how many riders use it, 1 on average
 * @param trouble seconds by which a halt takes longer than its riders need; 0 nearly everywhere
 */
public record Stop(
        String id, String name, String towards, int block, double along, Point point, double weight, double trouble) {}
