package org.weir.dashboard.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class DownloadTest {
    private HttpServer publisher;

    @BeforeEach
    void answersWithThousandBytes() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", exchange -> {
            // Chunked: nothing is said of the length beforehand.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + publisher.getAddress().getPort() + "/gtfs.zip");
    }

    @Test
    void takesWhatFits() {
        assertThat(new Download(1000).get(url(), null).body()).hasSize(1000);
    }

    @Test
    void refusesWhatIsLarger_whateverWasSaidOfItsLength() {
        assertThatThrownBy(() -> new Download(999).get(url(), null))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    }
}
