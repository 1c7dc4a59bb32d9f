package org.weir.dashboard.movement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Function;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/**
 * A track as bytes. Read again it goes on as if it had never been written. Runs of a schedule that is no longer there are
 * left out: they were told, and nothing can be put on a way that is not known. A track is drained before it is written:
 * what is still to be told of runs that it no longer holds is not part of the bytes.
 */
public final class TrackCodec {
    private static final byte FORMAT = 2;
    private static final int USUAL = 4_096;

    private TrackCodec() {}

    public static byte[] write(Track track) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(track.vehicle);
            out.writeByte(track.lanes.size());
            for (Lane lane : track.lanes) {
                out.writeShort(lane.runs.size());
                for (OpenRun run : lane.runs) {
                    write(run, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(OpenRun run, DataOutputStream out) throws IOException {
        Said said = run.said;
        text(said.trip(), out);
        text(said.date(), out);
        text(said.time(), out);
        text(said.route(), out);
        out.writeUTF(run.schedule.version());
        out.writeInt(said.direction() == null ? -1 : said.direction());
        out.writeBoolean(run.opened);
        out.writeBoolean(run.closed);
        out.writeBoolean(run.changed);
        out.writeInt(run.revision);
        FixesCodec.write(run.fixes, out);
        out.writeBoolean(run.course != null);
        if (run.course != null) {
            write(run.course, out);
            visits(run, out);
        }
    }

    private static void write(OpenRun.Course course, DataOutputStream out) throws IOException {
        out.writeLong(course.key().date().toEpochDay());
        out.writeUTF(course.key().trip());
        out.writeInt(course.pattern().ordinal());
        text(course.trip() == null ? null : course.trip().id(), out);
        out.writeByte(course.assignment().how().ordinal());
        out.writeFloat(course.assignment().sure());
    }

    private static void visits(OpenRun run, DataOutputStream out) throws IOException {
        out.writeShort(run.next);
        for (int k = 0; k < run.next; k++) {
            out.writeShort(run.after[k]);
        }
        out.writeShort(run.visits.size());
        for (StopVisit visit : run.visits) {
            out.writeShort(visit.index());
            out.writeDouble(visit.arrival());
            out.writeDouble(visit.departure());
            out.writeFloat(visit.gap());
            out.writeByte(visit.quality().ordinal());
            out.writeShort(visit.crowding());
        }
    }

    /**
     * Reads what was written.
     *
     * @param versions finds the feed's schedules by name; null where one is gone
     * @return null for null and for an unknown format, which then is as if nothing were known
     */
    public static Track read(byte[] bytes, Function<String, Schedule> versions) {
        if (bytes == null || bytes.length == 0 || bytes[0] != FORMAT) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            Track track = new Track(in.readUTF());
            int lanes = in.readByte();
            for (int l = 0; l < lanes; l++) {
                Lane lane = new Lane(track.vehicle);
                int runs = in.readShort();
                for (int r = 0; r < runs; r++) {
                    OpenRun run = run(track.vehicle, in, versions);
                    if (run != null) {
                        lane.runs.add(run);
                    }
                }
                if (!lane.isEmpty()) {
                    track.lanes.add(lane);
                }
            }
            return track;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenRun run(String vehicle, DataInputStream in, Function<String, Schedule> versions)
            throws IOException {
        String trip = text(in);
        String date = text(in);
        String time = text(in);
        String route = text(in);
        Schedule schedule = versions.apply(in.readUTF());
        Said said = new Said(trip, date, time, route, direction(in.readInt()));
        OpenRun run = new OpenRun(said, schedule);
        run.opened = in.readBoolean();
        run.closed = in.readBoolean();
        run.changed = in.readBoolean();
        run.revision = in.readInt();
        FixesCodec.read(run.fixes, in);
        if (!in.readBoolean()) {
            return schedule == null ? null : run;
        }
        boolean known = course(run, vehicle, in);
        visits(run, known, in);
        return known ? run : null;
    }

    private static boolean course(OpenRun run, String vehicle, DataInputStream in) throws IOException {
        LocalDate date = LocalDate.ofEpochDay(in.readLong());
        TripRun.Key key = new TripRun.Key(date, in.readUTF(), vehicle);
        int ordinal = in.readInt();
        String id = text(in);
        Assignment assignment = new Assignment(Assignment.How.values()[in.readByte()], in.readFloat());
        Schedule schedule = run.schedule;
        StopPattern pattern = schedule == null ? null : schedule.pattern(ordinal);
        Trip trip = schedule == null ? null : schedule.trip(id);
        if (pattern == null || id != null && trip == null) {
            return false;
        }
        run.course = new OpenRun.Course(key, pattern, trip, assignment);
        return true;
    }

    private static void visits(OpenRun run, boolean known, DataInputStream in) throws IOException {
        run.next = in.readShort();
        run.after = new int[known ? run.course.pattern().at().length : run.next];
        for (int k = 0; k < run.next; k++) {
            run.after[k] = in.readShort();
        }
        int count = in.readShort();
        for (int v = 0; v < count; v++) {
            int k = in.readShort();
            StopVisit visit = new StopVisit(
                    k,
                    known ? run.course.pattern().stops().get(k).id() : "",
                    in.readDouble(),
                    in.readDouble(),
                    known && run.course.trip() != null ? run.course.trip().departs(k) : StopVisit.UNSCHEDULED,
                    in.readFloat(),
                    StopVisit.Quality.values()[in.readByte()],
                    in.readShort());
            run.visits.add(visit);
        }
    }

    private static Integer direction(int stored) {
        return stored < 0 ? null : Integer.valueOf(stored);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
