package org.weir.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.weir.ingest.IngestConfig;
import org.weir.ingest.source.Fetched.Validators;
import org.weir.schemas.problem.ErrorCode;

/** Asks an address over HTTP, with a bound on everything that its server decides. */
@ApplicationScoped
public class HttpFetch {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client;
    private final int redirects;
    private final long cap;

    HttpFetch(IngestConfig config, ManagedExecutor executor) {
        redirects = config.poll().redirects();
        cap = config.poll().largestBody().asLongValue();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.poll().connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor)
                .build();
    }

    /**
     * Asks.
     *
     * @param url whom
     * @param timeout for everything, redirects included
     * @param validators what came last
     * @return what it came to; never fails
     */
    CompletionStage<Fetched> get(URI url, Duration timeout, Validators validators) {
        AtomicReference<CompletableFuture<?>> asking = new AtomicReference<>();
        return ask(url, timeout, validators, redirects, asking)
                .toCompletableFuture()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> {
                    CompletableFuture<?> open = asking.get();
                    if (open != null) {
                        open.cancel(true);
                    }
                    return failed(fault);
                });
    }

    private CompletionStage<Fetched> ask(
            URI url, Duration timeout, Validators v, int left, AtomicReference<CompletableFuture<?>> asking) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Accept", "application/x-protobuf, application/json;q=0.8, */*;q=0.5")
                .header("User-Agent", "Weir");
        if (v.etag() != null) {
            request.header("If-None-Match", v.etag());
        }
        if (v.lastModified() != null) {
            request.header("If-Modified-Since", v.lastModified());
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), this::body);
        asking.set(answer);
        return answer.thenCompose(a -> {
            Optional<URI> onward = onward(url, a);
            if (onward.isEmpty()) {
                return CompletableFuture.completedFuture(fetched(a));
            }
            return left == 0
                    ? CompletableFuture.completedFuture(new Fetched.Failed(
                            ErrorCode.SOURCE_REDIRECTS, "It redirected more than " + redirects + " times."))
                    : ask(onward.get(), timeout, v, left - 1, asking);
        });
    }

    private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info) {
        boolean told = info.headers().firstValueAsLong("Content-Length").orElse(0) > cap;
        return new CappedBody(info.statusCode() != OK ? 0 : told ? 1 : cap);
    }

    /** Where the answer redirects to, if anywhere that can be asked. */
    private static Optional<URI> onward(URI from, HttpResponse<?> answer) {
        int status = answer.statusCode();
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return redirect ? answer.headers().firstValue("Location").flatMap(to -> resolved(from, to)) : Optional.empty();
    }

    private static Optional<URI> resolved(URI from, String to) {
        try {
            URI uri = from.resolve(to);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean askable = uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
            return askable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Fetched fetched(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == NOT_MODIFIED) {
            return new Fetched.NotModified();
        }
        if (status == NO_CONTENT) {
            return new Fetched.Failed(ErrorCode.BODY_EMPTY, "It answered 204.");
        }
        if (status != OK) {
            return new Fetched.Failed(ErrorCode.SOURCE_REFUSED, "It answered " + status + '.');
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            return new Fetched.Failed(ErrorCode.BODY_IS_HTML, "Its type is text/html.");
        }
        Validators validators = new Validators(
                answer.headers().firstValue("ETag").orElse(null),
                answer.headers().firstValue("Last-Modified").orElse(null));
        boolean zipped =
                answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
        try {
            return new Fetched.Body(zipped ? unzipped(answer.body()) : answer.body(), validators);
        } catch (IOException e) {
            return failed(e);
        }
    }

    /** Unzips with the same bound: a small zip may hold a large body. */
    private byte[] unzipped(byte[] zipped) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] bytes = in.readNBytes((int) Math.min(cap + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > cap) {
                throw new CappedBody.TooLarge();
            }
            return bytes;
        } catch (CappedBody.TooLarge e) {
            throw e;
        } catch (IOException e) {
            throw new CappedBody.BrokeOff(e);
        }
    }

    private Fetched failed(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CappedBody.TooLarge) {
                return new Fetched.Failed(
                        ErrorCode.BODY_TOO_LARGE, "It sent more than " + (cap >> 20) + " MB and was hung up on.");
            }
            if (t instanceof HttpTimeoutException || t instanceof TimeoutException) {
                return new Fetched.Failed(ErrorCode.SOURCE_TIMEOUT, null);
            }
            if (t instanceof CappedBody.BrokeOff) {
                return new Fetched.Failed(ErrorCode.BODY_UNREADABLE, "The answer broke off.");
            }
        }
        return new Fetched.Failed(
                ErrorCode.SOURCE_UNREACHABLE,
                cause instanceof java.net.ConnectException ? "It refused the connection." : null);
    }
}
