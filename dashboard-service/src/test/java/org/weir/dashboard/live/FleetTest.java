package org.weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;

class FleetTest {
    private static final long NOW = 1_773_144_000;

    @Test
    void keepsTheNewestOfEachVehicle() {
        Fleet fleet = new Fleet(false);
        assertThat(fleet.accept(TinyGtfs.bus("1", "e-8", 0, NOW))).isTrue();
        assertThat(fleet.accept(TinyGtfs.bus("1", "e-8", 50, NOW - 5))).isFalse();
        assertThat(fleet.accept(TinyGtfs.bus("1", "e-8", 50, NOW))).isFalse();
        assertThat(fleet.accept(TinyGtfs.bus("2", "e-8", 90, NOW + 5))).isTrue();
        assertThat(fleet.size()).isEqualTo(2);
        assertThat(fleet.received()).isEqualTo(4);
    }

    @Test
    void tellsOnlyWhatChanged() {
        Fleet fleet = new Fleet(false);
        fleet.accept(TinyGtfs.bus("1", "e-8", 0, NOW));
        long seen = fleet.changes();
        fleet.accept(TinyGtfs.bus("2", "e-8", 0, NOW));
        assertThat(fleet.since(seen)).extracting("vehicleId").containsExactly("2");
        assertThat(fleet.since(0)).hasSize(2);
    }

    @Test
    void judgesARecordingByItsOwnTime() {
        Fleet fleet = new Fleet(true);
        fleet.accept(TinyGtfs.bus("1", "e-8", 0, NOW));
        assertThat(fleet.expire(NOW + 100_000_000)).isEmpty();
        fleet.accept(TinyGtfs.bus("2", "e-8", 0, NOW + 10_000));
        assertThat(fleet.now(0)).isEqualTo(NOW + 10_000);
        assertThat(fleet.expire(NOW + 100_000_000)).containsExactly("1");
    }

    @Test
    void takesADayThatIsOver_forNoLatePosition() {
        Fleet live = new Fleet(false);
        assertThat(live.isPast(NOW - 3600, NOW)).isFalse();
        assertThat(live.isPast(NOW - 24 * 3600, NOW)).isTrue();

        Fleet recording = new Fleet(true);
        assertThat(recording.isPast(NOW, NOW + 100_000_000))
                .as("its own time is not known yet")
                .isFalse();
        recording.accept(TinyGtfs.bus("1", "e-8", 0, NOW));
        assertThat(recording.isPast(NOW - 24 * 3600, NOW + 100_000_000)).isTrue();
    }

    @Test
    void learnsHowOftenVehiclesReport() {
        // Given a fleet that reports each 120 s
        Fleet fleet = new Fleet(false);
        for (int t = 0; t <= 1200; t += 120) {
            fleet.accept(TinyGtfs.bus("1", "e-8", t, NOW + t));
        }

        // Then three missed reports make it stale and ten gone
        assertThat(fleet.staleAfter()).isEqualTo(360);
        assertThat(fleet.goneAfter()).isEqualTo(1200);
        assertThat(fleet.stale(NOW + 1200 + 360)).isZero();
        assertThat(fleet.stale(NOW + 1200 + 361)).isEqualTo(1);
        assertThat(fleet.expire(NOW + 1200 + 1201)).containsExactly("1");
    }

    @Test
    void isNeverStaleWithinAMinute() {
        Fleet fleet = new Fleet(false);
        for (int t = 0; t <= 50; t += 5) {
            fleet.accept(TinyGtfs.bus("1", "e-8", t, NOW + t));
        }
        assertThat(fleet.staleAfter()).isEqualTo(60);
        assertThat(fleet.goneAfter()).isEqualTo(300);
    }

    @Test
    void takesNoVehicleWithoutIdOrPlace() {
        Fleet fleet = new Fleet(false);
        assertThat(fleet.accept(TinyGtfs.bus(null, "e-8", 0, NOW))).isFalse();
        assertThat(fleet.accept(TinyGtfs.at("1", "e-8", "1", Double.NaN, 0, NOW)))
                .isFalse();
        assertThat(fleet.accept(TinyGtfs.bus("1", "e-8", 0, 0))).isFalse();
        assertThat(fleet.size()).isZero();
    }
}
