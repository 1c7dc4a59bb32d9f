package org.weir.city.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobilitydata.gtfsvalidator.input.CountryCode;
import org.mobilitydata.gtfsvalidator.runner.ApplicationType;
import org.mobilitydata.gtfsvalidator.runner.ValidationRunner;
import org.mobilitydata.gtfsvalidator.runner.ValidationRunnerConfig;
import org.mobilitydata.gtfsvalidator.util.VersionResolver;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.TimetableBuilder;

/** The canonical validator reads Riverton's GTFS. It takes its time over 350,000 stop times, hence not a unit test. */
class GtfsValidatorIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Agency.class)
    void findsNoError_norWarning(Agency agency) throws IOException {
        // Given
        LocalDate date = LocalDate.of(2026, 11, 22);
        City city = Planting.city(1, agency);
        Path zip = folder.resolve("gtfs.zip");
        Files.write(zip, GtfsZip.write(city, TimetableBuilder.all(city), ServiceCalendar.around(date)));
        // When
        Map<String, Integer> notices = validate(zip, date);
        // Then
        System.out.println("gtfs-validator's notices: " + notices);
        assertThat(notices.keySet()).noneMatch(n -> n.startsWith("ERROR"));
        assertThat(notices.keySet()).noneMatch(n -> n.startsWith("WARNING"));
    }

    @Test
    void findsTheErrors_whereThereAreSome() throws IOException {
        // Given: the validator's rules are found by a scan of the class path, which must not come up empty
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(
                broken.resolve("agency.txt"), "agency_name,agency_url,agency_timezone\nA,no url,Mars/Crater\n");
        // When
        Map<String, Integer> notices = validate(broken, LocalDate.of(2026, 11, 22));
        // Then
        assertThat(notices).containsKeys("ERROR invalid_url", "ERROR invalid_timezone", "ERROR missing_required_file");
    }

    /** @return "severity code" → how many */
    private Map<String, Integer> validate(Path source, LocalDate date) throws IOException {
        Path out = Files.createTempDirectory(folder, "report");
        ValidationRunnerConfig config = ValidationRunnerConfig.builder()
                .setGtfsSource(source.toUri())
                .setOutputDirectory(out)
                .setValidationReportFileName("report.json")
                .setHtmlReportFileName("report.html")
                .setSystemErrorsReportFileName("errors.json")
                .setNumThreads(1)
                .setCountryCode(CountryCode.forStringOrUnknown("US"))
                .setDateForValidation(date)
                .setPrettyJson(false)
                .setSkipValidatorUpdate(true)
                .build();
        assertThat(new ValidationRunner(new VersionResolver(ApplicationType.CLI)).run(config))
                .isEqualTo(ValidationRunner.Status.SUCCESS);
        JsonObject report = JsonParser.parseString(Files.readString(out.resolve("report.json")))
                .getAsJsonObject();
        Map<String, Integer> notices = new TreeMap<>();
        for (JsonElement element : report.getAsJsonArray("notices")) {
            JsonObject notice = element.getAsJsonObject();
            notices.put(
                    notice.get("severity").getAsString() + " "
                            + notice.get("code").getAsString(),
                    notice.get("totalNotices").getAsInt());
        }
        return notices;
    }
}
