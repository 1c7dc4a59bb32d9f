package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;

class DocumentsTest {

    @Test
    void sharesNothingThatNamesAVehicle_andPseudonymisesItsId() {
        AgreementDocument agreement = Documents.agreement(publisher(new Schedule.Archive(Path.of("gtfs.zip"))));

        assertThat(agreement.target().fields())
                .contains("position.latitude", "vehicle.id", "timestamp")
                .doesNotContain("vehicle.label", "vehicle.licensePlate", "position.odometer");
        assertThat(agreement.obligations()).containsExactly(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id"));
        assertThat(Purpose.of(agreement.purpose())).isPresent();
    }

    @Test
    void tellsTheDashboardWhereTheScheduleIs_onlyWhenItHasAnAddress() {
        URI gtfs = URI.create("https://x.org/gtfs.zip");
        assertThat(Documents.feed(publisher(new Schedule.Address(gtfs)))).containsEntry("schedule", gtfs.toString());
        assertThat(Documents.feed(publisher(new Schedule.Archive(Path.of("gtfs.zip")))))
                .containsEntry("schedule", null);
    }

    private static Publisher publisher(Schedule schedule) {
        return new Publisher(
                new AgencyId("wmata"),
                "WMATA",
                "America/New_York",
                schedule,
                URI.create("https://x.org/v.pb"),
                15,
                false,
                new AgreementId("wmata-for-planning"));
    }
}
