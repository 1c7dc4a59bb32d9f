package org.weir.schemas.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurposeTest {
    @Test
    void includes_itselfAndWhatIsBelow_butNothingAboveOrBeside() {
        Purpose planning = Purpose.of("transport-planning").orElseThrow();
        Purpose transit = Purpose.of("transit-planning").orElseThrow();
        Purpose research = Purpose.of("research").orElseThrow();
        assertThat(planning.includes(planning)).isTrue();
        assertThat(planning.includes(transit)).isTrue();
        assertThat(transit.includes(planning)).isFalse();
        assertThat(planning.includes(research)).isFalse();
    }

    @Test
    void knows_noPurposeThatIsNotInTheTree() {
        assertThat(Purpose.of("marketing")).isEmpty();
    }

    @Test
    void gives_everyPurposeATitleAndATermOfTheDataPrivacyVocabulary() {
        assertThat(Purpose.tree().values()).isNotEmpty().allSatisfy(p -> {
            assertThat(p.title()).isNotBlank();
            assertThat(p.dpv()).startsWith("dpv:");
        });
    }
}
