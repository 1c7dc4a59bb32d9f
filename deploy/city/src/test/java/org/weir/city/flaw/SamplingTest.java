package org.weir.city.flaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void refuses_whatCannotBe() {
        assertThatThrownBy(() -> Sampling.CLEAN.every(4)).hasMessageContaining("5 to 120");
        assertThatThrownBy(() -> Sampling.CLEAN.lost(1.1)).hasMessageContaining("lost");
        assertThatThrownBy(() -> Sampling.CLEAN.noise(-1)).hasMessageContaining("noise");
        assertThatThrownBy(() -> Sampling.CLEAN.gaps(0.1, 31)).hasMessageContaining("30 minutes");
        assertThatThrownBy(() -> Sampling.CLEAN.labels(new Labels(0.5, 0.5, 0.1, 0)))
                .hasMessageContaining("in all");
    }

    @Test
    void changesOneThing_andLeavesTheRest() {
        assertThat(Sampling.CLEAN.noise(10).lost(0.05).every(30)).isEqualTo(Sampling.USUAL);
        assertThat(Sampling.ROUGH.lost(0.2).radio().twice()).isEqualTo(0.02);
        assertThat(Sampling.ROUGH.noise(3).receiver().clockOff()).isEqualTo(3600);
    }
}
