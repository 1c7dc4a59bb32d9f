package org.weir.dashboard.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.dashboard.export.Column;
import org.weir.dashboard.export.Rows;
import org.weir.dashboard.export.Table;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class FormatTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final List<Column> COLUMNS = List.of(
            new Column("day", Column.Type.DATE),
            new Column("stop", Column.Type.TEXT),
            new Column("n", Column.Type.WHOLE),
            new Column("metres", Column.Type.NUMBER),
            new Column("at", Column.Type.TIME));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);
    /** 1:59:59 and 3:00:00 in New York: between them the clocks go forward. */
    private static final long BEFORE = 1_772_953_199;

    private static byte[] written(Format format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rows rows = format.begin(COLUMNS, ZONE, bytes)) {
            rows.add(new double[][] {{-73.9, 40.7}}, DAY, "A", 3L, 0.5, BEFORE);
            rows.add(new double[][] {{-73.9, 40.7}, {-73.8, 40.75}}, DAY, "B, \"x\"", -1L, 1e-5, BEFORE + 1);
            rows.add(null, DAY, "=cmd|' /C calc'!A0", null, null, null);
        }
        return bytes.toByteArray();
    }

    @Test
    void csv_isRfc4180_withOffsets_andNoFormulas() throws IOException {
        assertThat(new String(written(Format.CSV), StandardCharsets.UTF_8))
                .isEqualTo("day,stop,n,metres,at\r\n"
                        + "2026-03-08,A,3,0.5,2026-03-08T01:59:59-05:00\r\n"
                        + "2026-03-08,\"B, \"\"x\"\"\",-1,0.000010,2026-03-08T03:00:00-04:00\r\n"
                        + "2026-03-08,'=cmd|' /C calc'!A0,,,\r\n");
    }

    @Test
    void parquet_readsBack(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("t.parquet"), written(Format.PARQUET));
        List<Map<String, Object>> rows;
        try (Stream<Map<String, Object>> read = ParquetReader.streamContent(file.toFile(), new Cells())) {
            rows = read.toList();
        }
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .containsEntry("day", (int) DAY.toEpochDay())
                .containsEntry("stop", "A")
                .containsEntry("n", 3L)
                .containsEntry("metres", 0.5)
                .containsEntry("at", BEFORE * 1_000_000);
        assertThat(rows.get(2)).containsEntry("stop", "=cmd|' /C calc'!A0").containsEntry("n", null);
        assertThat(ParquetReader.readMetadata(file.toFile()).getFileMetaData().getKeyValueMetaData())
                .containsEntry("timezone", "America/New_York");
    }

    @Test
    void geojson_isACollectionOfFeatures() throws IOException {
        JsonNode all = new ObjectMapper().readTree(written(Format.GEOJSON));
        assertThat(all.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(all.path("features")).hasSize(3);
        assertThat(all.at("/features/0/geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-73.9,40.7]}");
        assertThat(all.at("/features/1/geometry").toString())
                .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[-73.9,40.7],[-73.8,40.75]]}");
        assertThat(all.at("/features/2/geometry").isNull()).isTrue();
        assertThat(all.at("/features/1/properties/at").asText()).isEqualTo("2026-03-08T03:00:00-04:00");
    }

    /** What is not yet sent stays small, however many rows there are. */
    @Test
    void sendsWhileItWrites() throws IOException {
        for (Format format : Format.values()) {
            Counted sent = new Counted();
            Random chance = new Random(1);
            try (Rows rows = format.begin(COLUMNS, ZONE, sent)) {
                for (int i = 0; i < 600_000; i++) {
                    rows.add(null, DAY, "stop-" + chance.nextInt(), chance.nextLong(), chance.nextDouble(), BEFORE + i);
                }
                sent.open = sent.bytes;
            }
            assertThat(sent.bytes).as(format.id()).isGreaterThan(12_000_000);
            assertThat(sent.bytes - sent.open).as(format.id()).isLessThan(6_000_000);
        }
    }

    @Test
    void refusesAForm_thatATableIsNotGivenIn() {
        assertThatThrownBy(() -> Format.of("xlsx", Table.MEASURES))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.UNKNOWN_FORMAT));
        assertThatThrownBy(() -> Format.of("geojson", Table.STOP_VISITS)).hasMessageContaining("csv, parquet.");
        assertThat(Format.of(null, Table.HEADWAYS)).isEqualTo(Format.CSV);
    }

    private static final class Counted extends OutputStream {
        private long bytes;
        private long open;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }

    private static final class Cells implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
        @Override
        public Map<String, Object> start() {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String[] column, Object value) {
            row.put(column[0], value);
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
