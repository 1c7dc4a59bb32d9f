package org.weir.dashboard.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.weir.dashboard.export.Column;
import org.weir.dashboard.export.Rows;

/**
 * CSV by RFC 4180, in UTF-8, with a header. A text that a spreadsheet would take for a formula (it begins with = + - @, a
 * tab or a line's end) is given with an apostrophe before it, as OWASP advises: ids come from outside.
 */
final class CsvRows implements Rows {
    private static final int ENOUGH = 16_384;

    private final List<Column> columns;
    private final Moments moments;
    private final OutputStream to;
    private final StringBuilder line = new StringBuilder(2 * ENOUGH);

    CsvRows(List<Column> columns, ZoneId zone, OutputStream to) {
        this.columns = columns;
        this.moments = new Moments(zone);
        this.to = to;
        for (int i = 0; i < columns.size(); i++) {
            line.append(i == 0 ? "" : ",").append(columns.get(i).name());
        }
        line.append("\r\n");
    }

    @Override
    public void add(double[][] where, Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            if (cells[i] != null) {
                cell(columns.get(i).type(), cells[i]);
            }
        }
        line.append("\r\n");
        if (line.length() >= ENOUGH) {
            send();
        }
    }

    private void cell(Column.Type type, Object value) {
        switch (type) {
            case TEXT -> text((String) value);
            case NUMBER -> line.append(BigDecimal.valueOf((Double) value).toPlainString());
            case TIME -> line.append(moments.of((Long) value));
            case DATE, WHOLE -> line.append(value);
        }
    }

    private void text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        boolean quoted = false;
        for (int i = 0; i < value.length() && !quoted; i++) {
            quoted = ",\"\r\n".indexOf(value.charAt(i)) >= 0;
        }
        String safe = formula ? '\'' + value : value;
        if (quoted) {
            line.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe);
        }
    }

    private void send() throws IOException {
        to.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    @Override
    public void close() throws IOException {
        send();
        to.flush();
    }
}
