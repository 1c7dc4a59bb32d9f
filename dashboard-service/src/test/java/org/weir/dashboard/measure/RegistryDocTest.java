package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryDocTest {
    private static final Path PAGE = Path.of("../docs/measures.md");

    @Test
    void writes_everyMeasureIntoItsPage() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Measures

                What each figure means, who defines it so, and what may be chosen. The same is at
                `GET /api/v1/definitions`, and beside every figure. Written by a test from the registry; do not edit.

                Every figure has n (observations; of a figure made of several kinds, those of the rarest), completeness (scheduled trips that were seen ÷ scheduled) and a 95%
                interval; with n below the minimum it has no number. Intervals take service days for independent, and
                quarter hours where there are fewer than three days. Sums, shares and percentiles of waits:
                delete-one-day jackknife with Student's t; by the hour, days without a bus count too. Percentiles: Woodruff's
                interval. Ratios and differences of percentiles: bootstrap over days, widened as few days need.
                Before and after: Welch's interval of day values, weekdays like for like.

                Times are kept to a tenth of a second, and a window or threshold counts what lies below its later end.
                Percentiles come from histograms: to 0.5 s or 2.5% for running, dwelling and trip times, to 15 s for
                lateness and headways. Quarter hours are of the service day (noon − 12 h), which may go past 24:00.

                | measure | name | formula | unit | source | choices | minimum n |
                |---|---|---|---|---|---|---|
                """);
        for (Measure measure : Registry.ALL) {
            Definition d = measure.definition();
            List<String> choices =
                    d.parameters().stream().map(p -> "`" + p.id() + "`").toList();
            page.append("| <a id=\"%1$s\"></a>`%1$s` | %2$s | %3$s | %4$s | %5$s | %6$s | %7$d |\n"
                    .formatted(
                            d.id(),
                            d.name(),
                            d.formula(),
                            d.unit(),
                            d.source(),
                            String.join(", ", choices),
                            d.minimumN()));
        }
        page.append("\n| choice | about | option | meaning |\n|---|---|---|---|\n");
        for (Parameter parameter : Parameter.ALL) {
            for (Parameter.Option option : parameter.options()) {
                boolean standard = option.id().equals(parameter.standard());
                page.append("| `%s` | %s | `%s`%s | %s |\n"
                        .formatted(
                                parameter.id(),
                                parameter.name(),
                                option.id(),
                                standard ? " (standard)" : "",
                                option.meaning()));
            }
            if (parameter.options().isEmpty()) {
                page.append("| `%s` | %s | %s (standard) | a number from %s to %s |\n"
                        .formatted(
                                parameter.id(),
                                parameter.name(),
                                parameter.standard(),
                                parameter.least(),
                                parameter.most()));
            }
        }
        if ("write".equals(System.getProperty("weir.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("%s differs from the registry; run the test with -Dweir.docs=write and read the difference", PAGE)
                .hasContent(page.toString());
    }

    @Test
    void gives_eachMeasureItsOwnId_aFormulaAndASource() {
        List<Definition> all = Registry.ALL.stream().map(Measure::definition).toList();

        assertThat(all).extracting(Definition::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(all).allSatisfy(d -> {
            assertThat(d.formula()).isNotBlank();
            assertThat(d.source()).isNotBlank();
            assertThat(d.minimumN()).isPositive();
        });
        assertThat(Registry.find("on-time").definition().parameters()).containsExactly(Parameter.ON_TIME);
    }

    /** Ids are asked for by others: a new one is added here; one that is here is never renamed or taken away. */
    @Test
    void keeps_theIdsThatArePublished() {
        assertThat(Registry.ALL.stream().map(m -> m.definition().id()).sorted())
                .containsExactly(
                        "average-wait",
                        "big-gap",
                        "bunched",
                        "completeness",
                        "delay",
                        "delay-per-hour",
                        "delay-per-mile",
                        "dwell-p50",
                        "dwell-p90",
                        "dwell-time",
                        "excess-wait",
                        "fixed-time",
                        "headway",
                        "headway-regularity",
                        "lateness-p10",
                        "lateness-p50",
                        "lateness-p90",
                        "missing",
                        "on-time",
                        "rider-delay-per-hour",
                        "riders",
                        "running-speed",
                        "scheduled-wait",
                        "speed",
                        "speed-p10",
                        "speed-p50",
                        "speed-p90",
                        "spread",
                        "trip-time-p50",
                        "trip-time-p90",
                        "unknown",
                        "unscheduled",
                        "variability",
                        "variable-time",
                        "wait-p10",
                        "wait-p50",
                        "wait-p90");
    }

    /** Written sheets name quantities and counts by their place: a new one goes to the end, and none is moved. */
    @Test
    void keeps_theOrderThatWrittenSheetsRestOn() {
        assertThat(Quantity.values())
                .containsExactly(
                        Quantity.RUNNING,
                        Quantity.DWELL,
                        Quantity.SCHEDULED_TIME,
                        Quantity.TRIP_TIME,
                        Quantity.HEADWAY,
                        Quantity.SCHEDULED_HEADWAY,
                        Quantity.HEADWAY_RATIO,
                        Quantity.HEADWAY_OVER,
                        Quantity.LATENESS_FIRST,
                        Quantity.LATENESS_BETWEEN,
                        Quantity.LATENESS_LAST,
                        Quantity.CROWDING,
                        Quantity.PACE);
        assertThat(Count.values())
                .containsExactly(Count.SCHEDULED, Count.SERVED, Count.UNSCHEDULED, Count.METRES, Count.UNKNOWN);
    }
}
