package org.weir.city.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
    private final Dice dice = new Dice(1).of("test");

    @Test
    void givesTheSame_whateverWasAskedBefore() {
        double first = dice.uniform(7, 8, 9);
        dice.uniform(1, 2, 3);
        assertThat(dice.uniform(7, 8, 9)).isEqualTo(first);
        assertThat(new Dice(1).of("test").uniform(7, 8, 9)).isEqualTo(first);
        assertThat(new Dice(2).of("test").uniform(7, 8, 9)).isNotEqualTo(first);
        assertThat(new Dice(1).of("other").uniform(7, 8, 9)).isNotEqualTo(first);
    }

    @Test
    void isEven_overManyKeys() {
        double sum = 0;
        int low = 0;
        for (int i = 0; i < 100_000; i++) {
            double x = dice.uniform(i, 3, 0);
            sum += x;
            low += x < 0.1 ? 1 : 0;
        }
        assertThat(sum / 100_000).isCloseTo(0.5, within(0.005));
        assertThat(low).isBetween(9_700, 10_300);
    }

    @Test
    void counts_asManyAsTheMean() {
        double sum = 0;
        for (int i = 0; i < 50_000; i++) {
            sum += dice.count(2.5, i, 1, 2);
        }
        assertThat(sum / 50_000).isCloseTo(2.5, within(0.03));
        assertThat(dice.count(0, 1, 2, 3)).isZero();
    }
}
