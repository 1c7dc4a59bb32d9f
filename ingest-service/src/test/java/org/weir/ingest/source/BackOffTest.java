package org.weir.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    @ParameterizedTest
    @CsvSource({
        // period, failures, chance, wait: all in ms
        "15000, 1, 1, 30000",
        "15000, 1, 0, 15000",
        "15000, 2, 0.5, 45000",
        "15000, 3, 1, 120000",
        "15000, 4, 1, 150000",
        "15000, 99, 1, 150000",
        "15000, 2000000000, 0, 75000",
        "60000, 9, 1, 300000",
        "200, 1, 0, 200",
        "200, 9, 1, 2000",
        // Never more often than the period, however long that is.
        "3600000, 5, 0, 3600000"
    })
    void doublesUpToABound(long period, int failures, double chance, long wait) {
        assertThat(BackOff.after(Duration.ofMillis(period), failures, chance)).isEqualTo(Duration.ofMillis(wait));
    }
}
