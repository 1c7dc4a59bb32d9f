package org.weir.dashboard.movement;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
    private static final int A_VISIT = 2 * Double.BYTES + Float.BYTES + 2 * Short.BYTES + 1;

    private TrackCodec() {}

    public static byte[] write(Track track) {
        Writing out = new Writing();
        out.room(1).put(FORMAT);
        out.text(track.vehicle);
        out.room(1).put((byte) track.lanes.size());
        for (Lane lane : track.lanes) {
            out.room(Short.BYTES).putShort((short) lane.runs.size());
            for (OpenRun run : lane.runs) {
                write(run, out);
            }
        }
        return out.written();
    }

    private static void write(OpenRun run, Writing out) {
        Said said = run.said;
        text(said.trip(), out);
        text(said.date(), out);
        text(said.time(), out);
        text(said.route(), out);
        out.text(run.schedule.version());
        out.room(Integer.BYTES).putInt(said.direction() == null ? -1 : said.direction());
        out.flag(run.opened);
        out.flag(run.closed);
        out.flag(run.changed);
        out.room(Integer.BYTES).putInt(run.revision);
        FixesCodec.write(run.fixes, out);
        out.flag(run.course != null);
        if (run.course != null) {
            write(run.course, out);
            visits(run, out);
        }
    }

    private static void write(OpenRun.Course course, Writing out) {
        out.room(Long.BYTES).putLong(course.key().date().toEpochDay());
        out.text(course.key().trip());
        out.room(Integer.BYTES).putInt(course.pattern().ordinal());
        text(course.trip() == null ? null : course.trip().id(), out);
        out.room(1 + Float.BYTES)
                .put((byte) course.assignment().how().ordinal())
                .putFloat(course.assignment().sure());
    }

    private static void visits(OpenRun run, Writing out) {
        ByteBuffer to = out.room(2 * Short.BYTES + run.next * Short.BYTES + run.visits.size() * A_VISIT);
        to.putShort((short) run.next);
        for (int k = 0; k < run.next; k++) {
            to.putShort((short) run.after[k]);
        }
        to.putShort((short) run.visits.size());
        for (StopVisit visit : run.visits) {
            to.putShort((short) visit.index())
                    .putDouble(visit.arrival())
                    .putDouble(visit.departure())
                    .putFloat(visit.gap())
                    .put((byte) visit.quality().ordinal())
                    .putShort((short) visit.crowding());
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

    private static void text(String text, Writing out) {
        out.flag(text != null);
        if (text != null) {
            out.text(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
