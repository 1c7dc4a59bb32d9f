package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServicePlan;

/** In the tiny town two trips leave an hour, e-N on the hour and w-N half past, from 6:00 to 25:30. */
class SilencesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int HOUR = 3_600;

    private final Schedule schedule = Schedules.tiny();
    private final ServicePlan plan = ServicePlan.of(schedule, DAY);

    /** Each trip from an hour to another, seen at its four stops on time. */
    private double[] heard(double... fromTo) {
        List<Double> moments = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            for (double at = fromTo[i] * HOUR; at < fromTo[i + 1] * HOUR; at += HOUR / 2.0) {
                for (int stop = 0; stop < 4; stop++) {
                    moments.add(plan.begin() + at + 60 * stop);
                }
            }
        }
        return moments.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double at(double hour) {
        return plan.begin() + hour * HOUR;
    }

    @Test
    void aWholeDay_hasNone() {
        assertThat(Silences.of(heard(6, 26), plan, true)).isEmpty();
    }

    @Test
    void aFeedThatStopsForHours_isSilentFromItsLastToItsNextWord() {
        assertThat(Silences.of(heard(6, 9, 11, 26), plan, true)).containsExactly(new Silence(at(8.5) + 180, at(11)));
    }

    @Test
    void twoTripsThatDoNotCome_areMissing() {
        assertThat(Silences.of(heard(6, 9, 10, 26), plan, true)).isEmpty();
    }

    @Test
    void aNightWithoutService_isNoSilence() {
        // Given a town that rests from 10:00 to 16:00
        String rests = new TinyGtfs()
                .file("stop_times.txt")
                .lines()
                .filter(line -> !line.matches("[ew]-1[0-5],.*"))
                .reduce("", (all, line) -> all + line + '\n');
        ServicePlan resting = ServicePlan.of(Schedules.read(new TinyGtfs().with("stop_times.txt", rests)), DAY);

        assertThat(Silences.of(heard(6, 10, 16, 26), resting, true)).isEmpty();
    }

    @Test
    void whatIsStillToCome_isASilenceWithoutEnd_fromTheQuarterHourOfWhatMayBeLate() {
        assertThat(Silences.of(heard(6, 9), plan, false)).containsExactly(Silence.since(at(8.25)));
        assertThat(Silences.of(heard(6, 26), plan, false)).isEmpty();
    }

    @Test
    void anEveningWithoutAWord_isASilence_onceTheNextDayWasHeard() {
        assertThat(Silences.of(heard(6, 20), plan, true))
                .containsExactly(new Silence(at(19.5) + 180, plan.begin() + 48.0 * HOUR));
        // The last trip of all may be missing.
        assertThat(Silences.of(heard(6, 25.5), plan, true)).isEmpty();
    }
}
