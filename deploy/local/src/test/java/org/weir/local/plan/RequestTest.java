package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {

    private static final CityClock WALL = new CityClock(Optional.empty(), 1);

    @Test
    void wantsTheCityEachFiveSeconds_whenNothingIsSaid() {
        assertThat(Request.of(wishes(null, null, null, null), WALL)).isEqualTo(new Request(Optional.empty(), 5, false));
    }

    @Test
    void asksAFastCityMoreOften_andJudgesItByEventTime() {
        Request request = Request.of(wishes(null, null, null, null), new CityClock(Optional.empty(), 20));
        assertThat(request.everySeconds()).isEqualTo(0.5);
        assertThat(request.recorded()).isTrue();
    }

    @Test
    void judgesByEventTime_whenTheCityBeginsElsewhere() {
        CityClock morning = new CityClock(Optional.of(LocalDateTime.parse("2026-03-02T07:30")), 1);
        assertThat(Request.of(wishes(null, null, null, null), morning))
                .isEqualTo(new Request(Optional.empty(), 5, true));
    }

    @Test
    void takesAnAgencyOfYourOwn() {
        Request request = Request.of(wishes("wmata", "https://x.org/g.zip", "https://x.org/v.pb", 0.5), WALL);
        Request.Own own = request.own().orElseThrow();
        assertThat(own.schedule()).isEqualTo(new Schedule.Address(URI.create("https://x.org/g.zip")));
        assertThat(own.positions()).isEqualTo(URI.create("https://x.org/v.pb"));
        assertThat(request.everySeconds()).isEqualTo(0.5);
    }

    @Test
    void takesAScheduleThatIsAFile(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("gtfs.zip"));
        Request request = Request.of(wishes("wmata", file.toString(), "http://x/v.pb", null), WALL);
        assertThat(request.own().orElseThrow().schedule()).isEqualTo(new Schedule.Archive(file));
        assertThat(request.everySeconds()).isEqualTo(15);
    }

    @Test
    void saysWhatIsMissing_whenAnAgencyIsHalfGiven() {
        refused(wishes("wmata", null, null, null), "missing: --gtfs, --vehicle-positions");
        refused(wishes(null, "http://x/g.zip", null, null), "missing: --agency, --vehicle-positions");
        refused(
                new Wishes(
                        new Wishes.Own(
                                Optional.empty(),
                                Optional.of("X"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Wishes.City(Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        false),
                "go with --agency");
    }

    @Test
    void saysWhatIsWrong_whenAValueCannotBeUsed() {
        refused(wishes("wmata", "/nowhere.zip", "http://x/v", null), "neither an http address nor a file that exists");
        refused(
                wishes("wmata", "http://x/g.zip", "ftp://x/v", null),
                "--vehicle-positions needs an http or https address");
        refused(wishes("wmata", "http://x/g.zip", "http://x /v", null), "--vehicle-positions needs an http or https");
        refused(wishes("WMATA", "http://x/g.zip", "http://x/v", null), "--agency: The agency id may hold only");
        refused(wishes(null, null, null, 0.0), "--poll needs seconds from 0.1 to 86400, not 0.");
        refused(wishes(null, null, null, Double.NaN), "--poll needs seconds");
    }

    private static void refused(Wishes wishes, String sentence) {
        assertThatThrownBy(() -> Request.of(wishes, WALL))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(sentence);
    }

    private static Wishes wishes(String agency, String gtfs, String positions, Double poll) {
        return new Wishes(
                new Wishes.Own(
                        Optional.ofNullable(agency),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(gtfs),
                        Optional.ofNullable(positions)),
                new Wishes.City(Optional.empty(), Optional.empty()),
                Optional.ofNullable(poll),
                false);
    }
}
