package org.weir.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PublishedBeforeTest {
    @Property(tries = 300)
    void knowsExactlyWhatWasAdded(@ForAll List<@IntRange(max = 200) Integer> times) {
        PublishedBefore index = new PublishedBefore(1000);
        Set<Integer> model = new HashSet<>();
        for (int time : times) {
            assertThat(index.contains("b", time)).isEqualTo(model.contains(time));
            index.add("b", time);
            model.add(time);
            assertThat(index.size()).isEqualTo(model.size());
            assertThat(index.contains("c", time)).isFalse();
        }
    }

    @Test
    void forgetsTheOlderHalf_andTakesItForPublished_whenItIsFull() {
        // Given
        PublishedBefore index = new PublishedBefore(10);

        // When
        for (int time = 1; time <= 1000; time++) {
            index.add("b", time);
        }

        // Then
        assertThat(index.size()).isLessThanOrEqualTo(10);
        for (int time = 1; time <= 1000; time++) {
            assertThat(index.contains("b", time)).isTrue();
        }
        assertThat(index.contains("b", 1001)).isFalse();
    }

    @Test
    void forgetsWhatTheChecksRefuseForItsAge() {
        // Given
        PublishedBefore index = new PublishedBefore(1000);
        for (int time = 1; time <= 100; time++) {
            index.add("b", time);
            index.add("c", time + 50);
        }

        // When
        index.forgetBefore(101);

        // Then
        assertThat(index.size()).isEqualTo(50);
        assertThat(index.contains("b", 100)).isFalse();
        assertThat(index.contains("c", 101)).isTrue();
    }
}
