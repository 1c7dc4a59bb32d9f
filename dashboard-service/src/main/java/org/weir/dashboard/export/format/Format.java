package org.weir.dashboard.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.weir.dashboard.export.Column;
import org.weir.dashboard.export.Rows;
import org.weir.dashboard.export.Table;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** In what form a table is given. */
public enum Format {
    /** RFC 4180. */
    CSV("csv", "text/csv; charset=utf-8; header=present"),
    /** Apache Parquet. */
    PARQUET("parquet", "application/vnd.apache.parquet"),
    /** RFC 7946. */
    GEOJSON("geojson", "application/geo+json");

    private final String id;
    private final String mediaType;

    Format(String id, String mediaType) {
        this.id = id;
        this.mediaType = mediaType;
    }

    /**
     * The form asked for; CSV where none is.
     *
     * @throws Refusal where the table is not given in it
     */
    public static Format of(String id, Table table) {
        if (id == null || id.isEmpty()) {
            return CSV;
        }
        for (Format each : values()) {
            if (each.id.equals(id) && (each != GEOJSON || table.mapped())) {
                return each;
            }
        }
        throw new Refusal(
                ErrorCode.UNKNOWN_FORMAT,
                "The table " + table.id() + " is given as csv, parquet" + (table.mapped() ? " and geojson." : "."));
    }

    /** As file names end. */
    public String id() {
        return id;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Begins a table; the stream stays open when the rows are closed. */
    public Rows begin(List<Column> columns, ZoneId zone, OutputStream to) throws IOException {
        return switch (this) {
            case CSV -> new CsvRows(columns, zone, to);
            case PARQUET -> new ParquetRows(columns, zone, to);
            case GEOJSON -> new GeoJsonRows(columns, zone, to);
        };
    }
}
