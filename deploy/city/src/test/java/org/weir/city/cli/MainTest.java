package org.weir.city.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void writesADay_twiceTheSame() throws IOException {
        for (String n : List.of("1", "2")) {
            int code = Main.run(new String[] {
                "day", "--date", "2026-03-08", "--out", file("p" + n), "--truth", file("t" + n), "--report", "60"
            });
            assertThat(code).isZero();
        }
        assertThat(Path.of(file("p1"))).hasSameBinaryContentAs(Path.of(file("p2")));
        assertThat(Path.of(file("t1"))).hasSameBinaryContentAs(Path.of(file("t2")));
        assertThat(Files.readAllLines(Path.of(file("p1")))).hasSizeGreaterThan(50_000);
    }

    @Test
    void writesHistory_aPairOfFilesADate() {
        assertThat(Main.run(new String[] {
                    "history",
                    "--from",
                    "2026-03-02",
                    "--days",
                    "2",
                    "--agency",
                    "county",
                    "--out",
                    file("h"),
                    "--report",
                    "120",
                    "--noise",
                    "10",
                    "--lost",
                    "0.05",
                    "--missing-trips",
                    "0.1"
                }))
                .isZero();
        assertThat(folder.resolve("h").toFile().list())
                .containsExactlyInAnyOrder(
                        "positions-2026-03-02.csv",
                        "positions-2026-03-03.csv",
                        "truth-2026-03-02.csv",
                        "truth-2026-03-03.csv");
    }

    @Test
    void writesLayers() {
        for (String layer : List.of("planted", "signals", "neighbourhoods")) {
            assertThat(Main.run(new String[] {layer, "--out", file(layer), "--seed", "4"}))
                    .isZero();
            assertThat(Path.of(file(layer))).content().startsWith("{\"type\":\"FeatureCollection\"");
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void refuses_whatItDoesNotUnderstand() {
        assertThat(Main.run(new String[] {})).isEqualTo(2);
        assertThat(Main.run(new String[] {"serve", "--prot", "1"})).isEqualTo(2);
        assertThat(Main.run(new String[] {"gtfs"})).isEqualTo(2);
        assertThat(Main.run(new String[] {"planted", "--agency", "mars"})).isEqualTo(2);
        assertThat(Main.run(new String[] {
                    "day", "--date", "2026-03-02", "--out", file("p"), "--truth", file("t"), "--lost", "2"
                }))
                .isEqualTo(2);
        assertThat(Main.run(new String[] {"gtfs", "--out"})).isEqualTo(2);
        assertThat(Main.run(new String[] {"gtfs", "--out", file("no/such/folder/x"), "--seed", "1"}))
                .isEqualTo(2);
        assertThat(Main.run(new String[] {"day", "--date", "tomorrow", "--out", "x", "--truth", "y"}))
                .isEqualTo(2);
    }
}
