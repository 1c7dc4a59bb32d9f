package org.weir.city.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.network.Planted;

/**
 * Decides by the seed what is wrong in a city and where. The places are found along Riverton Transit's routes; another agency's
 * buses feel the streets and signals among them.
 */
public final class Planting {
    private Planting() {}

    /** Riverton with its own buses and what is planted. */
    public static City city(long seed) {
        return city(seed, Agency.RIVERTON);
    }

    public static City city(long seed, Agency agency) {
        City riverton = CityBuilder.build(seed);
        List<Planted> planted = places(riverton);
        if (agency == Agency.RIVERTON) {
            return Changes.made(riverton, planted);
        }
        List<Planted> onStreets = planted.stream().filter(p -> p.stop() == null).toList();
        return Changes.made(CityBuilder.build(seed, agency), onStreets);
    }

    /** What would be planted in a city that was only built. */
    private static List<Planted> places(City built) {
        Ground ground = new Ground(built);
        List<Planted> all = new ArrayList<>();
        Stretches stretches = new Stretches(ground);
        all.add(stretches.corridor());
        all.addAll(stretches.lanes(twoOrThree(ground, 1) - 1));
        all.addAll(stretches.badDays(1));
        all.addAll(stretches.fewBuses(1));
        Spots spots = new Spots(ground);
        all.addAll(spots.signals(twoOrThree(ground, 2)));
        all.addAll(spots.stops(twoOrThree(ground, 3)));
        Timings timings = new Timings(ground);
        all.addAll(timings.schedules(twoOrThree(ground, 4)));
        all.addAll(timings.holdings(2));
        all.sort(Comparator.comparing(Planted::kind));
        return List.copyOf(all);
    }

    private static int twoOrThree(Ground ground, long kind) {
        return ground.dice.uniform(80, kind, 0) < 0.5 ? 2 : 3;
    }
}
