package org.weir.dashboard.export.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.weir.dashboard.export.Column;
import org.weir.dashboard.export.Rows;

/** A FeatureCollection (RFC 7946): each row a feature, its cells the properties; a row that is nowhere has no geometry. */
final class GeoJsonRows implements Rows {
    private static final JsonFactory JSON = new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            // Closed in the middle it stays open, so that a part is not taken for the whole.
            .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

    private static final double DIGITS = 1e6;

    private final List<Column> columns;
    private final Moments moments;
    private final JsonGenerator json;

    GeoJsonRows(List<Column> columns, ZoneId zone, OutputStream to) throws IOException {
        this.columns = columns;
        this.moments = new Moments(zone);
        this.json = JSON.createGenerator(to);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public void add(double[][] where, Object... cells) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeFieldName("geometry");
        geometry(where);
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < cells.length; i++) {
            json.writeFieldName(columns.get(i).name());
            cell(columns.get(i).type(), cells[i]);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void geometry(double[][] where) throws IOException {
        if (where == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", where.length == 1 ? "Point" : "LineString");
        json.writeFieldName("coordinates");
        if (where.length == 1) {
            point(where[0]);
        } else {
            json.writeStartArray();
            for (double[] each : where) {
                point(each);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void point(double[] lonLat) throws IOException {
        json.writeStartArray();
        json.writeNumber(Math.round(lonLat[0] * DIGITS) / DIGITS);
        json.writeNumber(Math.round(lonLat[1] * DIGITS) / DIGITS);
        json.writeEndArray();
    }

    private void cell(Column.Type type, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (type) {
            case WHOLE -> json.writeNumber((Long) value);
            case NUMBER -> json.writeNumber((Double) value);
            case TIME -> json.writeString(moments.of((Long) value));
            case TEXT, DATE -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
