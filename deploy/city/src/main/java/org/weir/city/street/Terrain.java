package org.weir.city.street;

import org.weir.city.chance.Dice;
import org.weir.city.geo.Point;

/**
 * The land: bends the drawing board's straight lines so that the city grew and was not ruled, and lays the river through it.
 * All lengths in metres.
 */
final class Terrain {
    private static final double RIVER_HALF_WIDTH = 110;
    private final double bend;
    private final double drift;

    Terrain(Dice dice) {
        bend = dice.uniform(1) * Math.PI;
        drift = dice.uniform(2) * Math.PI;
    }

    /**
     * From the drawing board to the plane: the old centre is turned, the south bank was laid out by other surveyors, and long and
     * short waves follow the hills. The slopes stay small enough that no streets fold over.
     */
    Point place(double u, double v) {
        double turn = 0.30 * Math.exp(-(u * u + (v - 700) * (v - 700)) / (2600.0 * 2600.0)) - 0.08;
        double south = Math.log1p(Math.exp((-500 - v) / 400)) * 400;
        double x = u * Math.cos(turn) - v * Math.sin(turn) - 0.20 * south;
        double y = u * Math.sin(turn) + v * Math.cos(turn) - 0.10 * u * south / 4000;
        x += 420 * Math.sin(v / 2700 + bend) + 110 * Math.sin(u / 900 + v / 1400 + drift);
        y += 380 * Math.sin(u / 2900 + drift) + 90 * Math.sin(v / 800 + u / 1100 + bend);
        return new Point(x, y);
    }

    /** How far north the river's middle is at a place along it. */
    double river(double u) {
        return -360 + 330 * Math.sin(u / 1500 + 0.6) + 60 * Math.sin(u / 520);
    }

    boolean inRiver(double u, double v) {
        return Math.abs(v - river(u)) < RIVER_HALF_WIDTH;
    }

    /** True where the straight way between two places is wet. */
    boolean wet(double u1, double v1, double u2, double v2) {
        for (int i = 0; i <= 10; i++) {
            if (inRiver(u1 + (u2 - u1) * i / 10, v1 + (v2 - v1) * i / 10)) {
                return true;
            }
        }
        return false;
    }

    /** The city's edge: a rounded rectangle of 12 by 9 km. */
    boolean inCity(double u, double v) {
        return Math.pow(Math.abs(u) / 6000, 2.6) + Math.pow(Math.abs(v) / 4600, 2.6) <= 1.05;
    }
}
