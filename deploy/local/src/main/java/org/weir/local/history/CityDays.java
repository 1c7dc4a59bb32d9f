package org.weir.local.history;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.weir.city.feed.Positions;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDays;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.city.sim.StopEvents;

/**
 * Service dates of the synthetic city, heard as cities are: every 30 seconds, 10 m beside, one of twenty lost.
 *
 * @param city the one whose present is live
 * @param first the first service date
 * @param days how many
 */
record CityDays(City city, LocalDate first, int days) implements PastDays {

    private static final long SEED = 1;

    static CityDays of(LocalDate first, int days) {
        return new CityDays(Planting.city(SEED, Agency.RIVERTON), first, days);
    }

    @Override
    public List<String> names() {
        return first.datesUntil(first.plusDays(days)).map(LocalDate::toString).toList();
    }

    @Override
    public void play(String name, Consumer<FeedEntity> to) {
        TruthDays.play(
                city,
                LocalDate.parse(name),
                1,
                Sampling.USUAL,
                SEED,
                StopEvents.NOBODY,
                message -> to.accept(FeedEntity.newBuilder()
                        .setId(message.position().vehicle())
                        .setVehicle(Positions.vehicle(message.position()))
                        .build()));
    }
}
