package org.weir.local.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code history.json}: how far the past has come, for people and for the next start. Fields as written.
 *
 * @param first the first day's name
 * @param days how many there are
 * @param done which are through, in the order sent
 * @param accepted positions that ingest took
 * @param duplicate positions that it had taken before
 * @param rejected positions that it refused
 * @param seconds how long it has been sending, over all starts
 * @param at when this was written
 * @param fault why it stands still; null where nothing is wrong
 */
public record Status(
        String first,
        int days,
        List<String> done,
        long accepted,
        long duplicate,
        long rejected,
        double seconds,
        String at,
        String fault) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Status begin(String first, int days) {
        return new Status(first, days, List.of(), 0, 0, 0, 0, Instant.EPOCH.toString(), null);
    }

    /** What an earlier start left; the beginning where there was none. */
    static Status read(Path file, Status beginning) throws IOException {
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Status.class) : beginning;
    }

    /** What people are told of it; nothing where no past was ever sent. */
    public static Optional<String> lineOf(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Status.class)
                            .line())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Written beside and moved, so that whoever reads it finds the whole. */
    void write(Path file) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.write(beside, JSON.writeValueAsBytes(this));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("How far the past has come cannot be written", e);
        }
    }

    Status answered(Pushes.Answer answer) {
        return new Status(
                first,
                days,
                done,
                accepted + answer.accepted(),
                duplicate + answer.duplicate(),
                rejected + answer.rejected(),
                seconds,
                at,
                null);
    }

    Status through(String day) {
        List<String> all = new ArrayList<>(done);
        all.add(day);
        return new Status(first, days, List.copyOf(all), accepted, duplicate, rejected, seconds, at, null);
    }

    Status spent(double more, Instant now) {
        return new Status(first, days, done, accepted, duplicate, rejected, seconds + more, now.toString(), fault);
    }

    Status failed(String sentence) {
        return new Status(first, days, done, accepted, duplicate, rejected, seconds, at, sentence);
    }

    boolean over() {
        return done.size() >= days;
    }

    /** A line for people. */
    String line() {
        if (fault != null) {
            return "The past stands still after " + done.size() + " of " + days + " days: " + fault;
        }
        if (over()) {
            return String.format(
                    Locale.ROOT,
                    "The past is through: %d days, %d positions in %.1f minutes",
                    days,
                    accepted,
                    seconds / 60);
        }
        double rate = accepted / Math.max(seconds, 1);
        String left = done.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.0f minutes left",
                        Math.ceil(seconds / done.size() * (days - done.size()) / 60));
        return String.format(
                Locale.ROOT,
                "The past: day %d of %d, %d positions, %.0f a second%s",
                done.size() + 1,
                days,
                accepted,
                rate,
                left);
    }
}
