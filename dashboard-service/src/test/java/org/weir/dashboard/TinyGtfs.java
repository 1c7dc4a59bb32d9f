package org.weir.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.weir.schemas.position.VehiclePosition;

/**
 * A town of one straight street from west to east with a stop each 400 m: A, B, C, D; route 1 runs east (direction 0) and
 * back west (direction 1), trip e-N leaving at N o'clock and w-N half an hour later.
 */
public final class TinyGtfs {
    public static final double LAT = 40.0;
    public static final double LON = -75.0;
    /** Degrees of longitude to a metre, at this latitude. */
    public static final double PER_METRE = 1 / (6_371_008.8 * Math.PI / 180 * Math.cos(Math.toRadians(LAT)));

    public static final int APART = 400;

    private final Map<String, String> files = new LinkedHashMap<>();

    public TinyGtfs() {
        files.put(
                "agency.txt",
                "agency_id,agency_name,agency_url,agency_timezone\nt,Tiny Transit,http://tiny.test,America/New_York\n");
        files.put(
                "routes.txt",
                "route_id,agency_id,route_short_name,route_long_name,route_type,route_color\n1,t,1,Main Street,3,005EA2\n");
        files.put(
                "calendar.txt",
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                        + "daily,1,1,1,1,1,1,1,20260101,20261231\n");
        StringBuilder stops = new StringBuilder("stop_id,stop_name,stop_lat,stop_lon\n");
        for (int i = 0; i < 4; i++) {
            stops.append("ABCD".charAt(i)).append(",Stop ").append("ABCD".charAt(i));
            stops.append(',').append(LAT).append(',').append(lon(i * APART)).append('\n');
        }
        files.put("stops.txt", stops.toString());
        files.put(
                "shapes.txt",
                "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n"
                        + "east," + LAT + ',' + lon(0) + ",1\neast," + LAT + ',' + lon(3 * APART) + ",2\n"
                        + "west," + LAT + ',' + lon(3 * APART) + ",1\nwest," + LAT + ',' + lon(0) + ",2\n");
        StringBuilder trips = new StringBuilder("route_id,service_id,trip_id,trip_headsign,direction_id,shape_id\n");
        StringBuilder times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
        for (int hour = 6; hour < 26; hour++) {
            trips.append("1,daily,e-").append(hour).append(",East End,0,east\n");
            trips.append("1,daily,w-").append(hour).append(",West End,1,west\n");
            // Out of order on purpose: the sequence number decides, not the row.
            for (int k = 3; k >= 0; k--) {
                time(times, "e-" + hour, hour, k, "ABCD".charAt(k), k);
                time(times, "w-" + hour, hour, 30 + k, "DCBA".charAt(k), k);
            }
        }
        files.put("trips.txt", trips.toString());
        files.put("stop_times.txt", times.toString());
    }

    private static void time(StringBuilder to, String trip, int hour, int minute, char stop, int sequence) {
        String at = "%d:%02d:00".formatted(hour, minute);
        to.append(trip).append(',').append(at).append(',').append(at);
        to.append(',').append(stop).append(',').append(sequence).append('\n');
    }

    public static double lon(double metres) {
        return LON + metres * PER_METRE;
    }

    /** A bus on a trip, so many metres east of stop A. */
    public static VehiclePosition bus(String id, String trip, double metres, long time) {
        return at(id, trip, "1", LAT, lon(metres), time);
    }

    public static VehiclePosition at(String id, String trip, String route, double lat, double lon, long time) {
        return new VehiclePosition(
                id,
                null,
                null,
                trip,
                route,
                null,
                null,
                null,
                null,
                lat,
                lon,
                Float.NaN,
                Double.NaN,
                Float.NaN,
                null,
                null,
                null,
                time,
                null,
                null,
                null);
    }

    public TinyGtfs with(String file, String text) {
        files.put(file, text);
        return this;
    }

    public TinyGtfs without(String file) {
        files.remove(file);
        return this;
    }

    public String file(String name) {
        return files.get(name);
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
