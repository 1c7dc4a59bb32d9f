package org.weir.dashboard.schedule.gtfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.onebusaway.csv_entities.exceptions.CsvEntityException;
import org.onebusaway.csv_entities.exceptions.CsvEntityIOException;
import org.onebusaway.gtfs.model.Agency;
import org.onebusaway.gtfs.serialization.GtfsReader;
import org.weir.dashboard.schedule.Schedule;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads a GTFS zip. */
public final class GtfsArchive {
    private static final int VERSION_DIGITS = 16;

    /** So many bytes the files of an archive may have together, unpacked: several times the largest city's. */
    private static final long LARGEST = 1L << 30;

    private GtfsArchive() {}

    /**
     * Reads a schedule.
     *
     * @throws Refusal {@code schedule-unreadable} where the bytes are not a GTFS archive with stops, trips and times, or
     *     unpack to more than 1 GB
     */
    public static Schedule read(FeedId feed, byte[] zip, Instant importedAt) {
        return read(feed, zip, importedAt, LARGEST);
    }

    static Schedule read(FeedId feed, byte[] zip, Instant importedAt, long largest) {
        Path file = null;
        try {
            file = Files.createTempFile("weir-schedule", ".zip");
            Files.write(file, zip);
            return new Schedule(feed, version(zip), importedAt, new ContentBuilder(collect(file, largest)).build());
        } catch (CsvEntityIOException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw unreadable(e.getEntityType().getSimpleName() + " on line " + e.getLineNumber() + " cannot be read.");
        } catch (IOException | CsvEntityException | IllegalStateException | DateTimeException e) {
            throw unreadable("The archive lacks a file that GTFS requires, or one cannot be read.");
        } finally {
            remove(file);
        }
    }

    private static Collector collect(Path file, long largest) throws IOException {
        try (BoundedZip zip = new BoundedZip(new ZipFile(file.toFile()), largest)) {
            return collect(zip);
        }
    }

    private static Collector collect(BoundedZip zip) throws IOException {
        Collector collector = new Collector();
        collector.setGenerateIds(true);
        GtfsReader reader = new GtfsReader();
        reader.setInputSource(zip);
        reader.setEntityStore(collector);
        reader.setInternStrings(true);
        reader.run();
        if (collector.getAllAgencies().isEmpty() || collector.times.isEmpty()) {
            throw unreadable("The archive has no agency or no trip with stop times.");
        }
        return collector;
    }

    static ZoneId zone(Agency agency) {
        return ZoneId.of(agency.getTimezone());
    }

    /** What a version of a schedule is called: it is its content. */
    public static String version(byte[] zip) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(zip);
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Refusal unreadable(String detail) {
        return new Refusal(ErrorCode.SCHEDULE_UNREADABLE, detail);
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
