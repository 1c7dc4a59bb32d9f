package org.weir.local.register;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.weir.local.gtfs.AgencyFile;
import org.weir.local.plan.Misuse;
import org.weir.local.plan.Publisher;
import org.weir.local.plan.Request;
import org.weir.local.plan.Schedule;
import org.weir.local.run.StartFailure;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;

/**
 * Turns what was asked for into a publisher, reading name and time zone from the agency's GTFS where they were not given.
 *
 * @param client fetches a GTFS that has an address
 */
public record PublisherLookup(HttpClient client) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    /** The synthetic city as a publisher. */
    public static Publisher city(Request request, String address) {
        return new Publisher(
                new AgencyId("riverton-transit"),
                "Riverton Transit",
                "America/New_York",
                new Schedule.Address(URI.create(address + "/gtfs.zip")),
                URI.create(address + "/VehiclePositions.pb"),
                request.everySeconds(),
                request.recorded(),
                new AgreementId("buses-for-planning"));
    }

    /** An agency of the caller's. */
    public Publisher own(Request request, Request.Own own) throws InterruptedException {
        Optional<AgencyFile> file =
                own.name().isPresent() && own.timezone().isPresent() ? Optional.empty() : agency(own.schedule());
        String name = own.name().or(() -> file.map(AgencyFile::name)).orElseThrow(() -> unsaid("--agency-name NAME"));
        String zone =
                own.timezone().or(() -> file.map(AgencyFile::timezone)).orElseThrow(() -> unsaid("--timezone TZ"));
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Misuse(
                    "The time zone " + zone + " is not known; name one such as America/New_York with --timezone.");
        }
        return new Publisher(
                own.id(),
                name,
                zone,
                own.schedule(),
                own.positions(),
                request.everySeconds(),
                request.recorded(),
                new AgreementId(own.id() + "-for-planning"));
    }

    private Optional<AgencyFile> agency(Schedule schedule) throws InterruptedException {
        try (InputStream archive = open(schedule)) {
            return AgencyFile.of(archive);
        } catch (IOException e) {
            throw new StartFailure(
                    "The GTFS cannot be read (" + where(schedule) + "): " + reason(e)
                            + ". Check the address given with --gtfs.",
                    e);
        }
    }

    private InputStream open(Schedule schedule) throws IOException, InterruptedException {
        if (schedule instanceof Schedule.Archive archive) {
            return Files.newInputStream(archive.path());
        }
        URI uri = ((Schedule.Address) schedule).uri();
        HttpResponse<InputStream> answer =
                client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw new IOException("it answered with status " + answer.statusCode());
        }
        return answer.body();
    }

    private static String where(Schedule schedule) {
        return schedule instanceof Schedule.Archive archive
                ? archive.path().toString()
                : ((Schedule.Address) schedule).uri().toString();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "nobody answers there" : e.getMessage();
    }

    private static Misuse unsaid(String flag) {
        return new Misuse("The GTFS has no agency.txt that says it; give " + flag + ".");
    }
}
