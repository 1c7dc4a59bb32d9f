package org.weir.dashboard.schedule.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Gets an archive from an address, with bounds on what may come and how long it may take. */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int PIECE = 64 << 10;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            // At most five, and never from https down to http.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final long largest;

    /** @param largest how many bytes may come: they are held in memory */
    Download(long largest) {
        this.largest = largest;
    }

    /** What came: a body, or null where nothing changed since the ETag. */
    record Answer(byte[] body, String etag) {}

    Answer get(URI url, String etag) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new Refusal(ErrorCode.BAD_URL, "A schedule's address is http or https.");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(ANSWER);
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer, body, etag);
            }
        } catch (HttpTimeoutException e) {
            throw new Refusal(ErrorCode.SOURCE_TIMEOUT, "The schedule's address did not answer in time.");
        } catch (IOException e) {
            throw new Refusal(ErrorCode.SOURCE_UNREACHABLE, "The schedule's address does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is ending.");
        }
    }

    private Answer read(HttpResponse<InputStream> answer, InputStream body, String etag) throws IOException {
        if (answer.statusCode() == 304) {
            return new Answer(null, etag);
        }
        if (answer.statusCode() != 200) {
            throw new Refusal(ErrorCode.SOURCE_REFUSED, "It answered with status " + answer.statusCode() + '.');
        }
        long until = System.nanoTime() + WHOLE.toNanos();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            whole.write(piece, 0, n);
            if (whole.size() > largest) {
                throw new Refusal(ErrorCode.BODY_TOO_LARGE, "A schedule may have " + largest + " bytes.");
            }
            if (System.nanoTime() > until) {
                throw new Refusal(ErrorCode.SOURCE_TIMEOUT, "The schedule took longer than five minutes to come.");
            }
        }
        return new Answer(
                whole.toByteArray(), answer.headers().firstValue("ETag").orElse(null));
    }
}
