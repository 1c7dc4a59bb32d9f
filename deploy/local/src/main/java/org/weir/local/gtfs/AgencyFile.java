package org.weir.local.gtfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The first agency of a GTFS archive's {@code agency.txt}.
 *
 * @param name {@code agency_name}
 * @param timezone {@code agency_timezone}; GTFS asks that it is the same for all agencies of an archive
 */
public record AgencyFile(String name, String timezone) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Reads an archive; empty when it is no zip, or has no {@code agency.txt} with both columns and a row. */
    public static Optional<AgencyFile> of(InputStream archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("agency.txt")) {
                    return read(new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<AgencyFile> read(BufferedReader text) throws IOException {
        String header = text.readLine();
        String row = text.readLine();
        if (header == null || row == null) {
            return Optional.empty();
        }
        List<String> names = cells(header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header);
        List<String> values = cells(row);
        return cell(names, values, "agency_name")
                .flatMap(name -> cell(names, values, "agency_timezone").map(zone -> new AgencyFile(name, zone)));
    }

    private static Optional<String> cell(List<String> names, List<String> values, String name) {
        int at = names.indexOf(name);
        return at < 0 || at >= values.size() || values.get(at).isBlank()
                ? Optional.empty()
                : Optional.of(values.get(at));
    }

    /** Splits a line of CSV; a quoted cell may hold commas and doubled quotes, not line breaks. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
