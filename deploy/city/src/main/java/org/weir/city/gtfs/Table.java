package org.weir.city.gtfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One GTFS table while it is written: CSV, UTF-8, a comma or quote in a field is quoted. */
final class Table {
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(200);

    Table(OutputStream out, String... columns) throws IOException {
        this.out = out;
        row((Object[]) columns);
    }

    /** Text and whole numbers as they are; null is an empty field. */
    void row(Object... fields) throws IOException {
        line.setLength(0);
        for (Object field : fields) {
            if (line.length() > 0) {
                line.append(',');
            }
            append(field == null ? "" : field.toString());
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** HH:MM:SS, past 24 where needed. */
    static String time(int seconds) {
        char[] text = {'0', '0', ':', '0', '0', ':', '0', '0'};
        put(text, 0, seconds / 3600);
        put(text, 3, seconds / 60 % 60);
        put(text, 6, seconds % 60);
        return new String(text);
    }

    private static void put(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }

    /** A length in metres with decimetres. */
    static String metres(double metres) {
        long decimetres = Math.round(metres * 10);
        return decimetres / 10 + "." + decimetres % 10;
    }

    /** Degrees to 11 cm. */
    static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }
}
