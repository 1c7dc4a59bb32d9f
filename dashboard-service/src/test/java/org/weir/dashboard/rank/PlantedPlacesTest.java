package org.weir.dashboard.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code deploy/proof/planted-places}. */
class PlantedPlacesTest {
    @Test
    void plantedPlacesAreTheTopOfEachCause_andNoDecoyIsRanked() {
        // Given three ordinary weekdays and the one on which a street is dug up

        // When
        PlantedPlaces.Told told = PlantedPlaces.told(101, 3);

        // Then
        assertThat(told.faults()).isEmpty();
        assertThat(told.causes()).allSatisfy(cause -> assertThat(cause.ranked).isNotEmpty());
        assertThat(told.causes())
                .allSatisfy(cause -> assertThat(cause.ranked.get(0).stability()).isEqualTo(1));
    }
}
