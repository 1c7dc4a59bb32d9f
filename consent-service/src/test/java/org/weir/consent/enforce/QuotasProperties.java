package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.weir.consent.policy.Delivery.Limit;

class QuotasProperties {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Each step takes a record on some partition, commits, or crashes back to what was committed. */
    @Property(tries = 300)
    void neverAllowsMoreThanTheCap_whateverCrashes(
            @ForAll @IntRange(max = 40) int cap, @ForAll @Size(max = 200) List<@IntRange(max = 11) Integer> steps) {
        Limit limit = new Limit(cap, false);
        String[] committed = new String[] {"", "", "", ""};
        Quotas[] open = new Quotas[4];
        int[] taken = new int[4];
        int total = 0;
        for (int step : steps) {
            int p = step % 4;
            open[p] = open[p] == null ? Quotas.of(committed[p]) : open[p];
            if (step < 8) {
                taken[p] += open[p].take("a", limit, p, 4, NOON) ? 1 : 0;
            } else if (step < 10) {
                committed[p] = open[p].metadata();
                total += taken[p];
                taken[p] = 0;
            } else {
                open[p] = null;
                taken[p] = 0;
            }
        }
        assertThat(total).isLessThanOrEqualTo(cap);
    }

    @Property(tries = 100)
    void dividesACapWithoutRest(@ForAll @IntRange(max = 10_000) int cap, @ForAll @IntRange(min = 1, max = 64) int n) {
        long sum = 0;
        for (int p = 0; p < n; p++) {
            sum += Quotas.share(cap, p, n);
        }
        assertThat(sum).isEqualTo(cap);
    }

    @Example
    void beginsAnew_withTheDay_butNotWhenTheCapIsForAllDays() {
        Quotas quotas = new Quotas();
        assertThat(quotas.take("daily", new Limit(1, true), 0, 1, NOON)).isTrue();
        assertThat(quotas.take("daily", new Limit(1, true), 0, 1, NOON)).isFalse();
        assertThat(quotas.take("total", new Limit(1, false), 0, 1, NOON)).isTrue();
        Quotas read = Quotas.of(quotas.metadata());
        assertThat(read.take("daily", new Limit(1, true), 0, 1, NOON.plusSeconds(86_400)))
                .isTrue();
        assertThat(read.take("total", new Limit(1, false), 0, 1, NOON.plusSeconds(86_400)))
                .isFalse();
    }

    @Example
    void letsNothingUnderACapFlow_whereTheCountsCannotBeRead() {
        for (String garbage : List.of("x", "a=1", "a=1:x", "a=1:2;b")) {
            Quotas quotas = Quotas.of(garbage);
            assertThat(quotas.take("a", new Limit(1000, false), 0, 1, NOON))
                    .as(garbage)
                    .isFalse();
            assertThat(quotas.metadata()).isEqualTo(garbage);
        }
    }

    @Example
    void letsNothingFlow_whoseCountFindsNoRoom() {
        Quotas quotas = new Quotas();
        int admitted = 0;
        for (int n = 0; n < 200; n++) {
            admitted += quotas.take("agreement-with-a-rather-long-name-" + n, new Limit(9, false), 0, 1, NOON) ? 1 : 0;
        }
        assertThat(admitted).isBetween(50, 100);
        assertThat(quotas.metadata().length()).isLessThan(4096);
        quotas.keepOnly(Set.of());
        assertThat(quotas.metadata()).isEmpty();
    }
}
