package org.weir.local.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.local.plan.Place;
import org.weir.local.plan.Publisher;
import org.weir.local.plan.Schedule;
import org.weir.local.run.Crew;
import org.weir.local.run.StartFailure;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;

/** Against a server that plays the three services: what it was asked, in order, and what it answers. */
class RegistrationTest {

    private static final String AGREEMENT = "/api/v1/agreements/wmata-for-planning";
    private static final Publisher WMATA = new Publisher(
            new AgencyId("wmata"),
            "WMATA",
            "America/New_York",
            new Schedule.Address(URI.create("http://x/gtfs.zip")),
            URI.create("http://x/v.pb"),
            15,
            false,
            new AgreementId("wmata-for-planning"));

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Integer> status = new HashMap<>();
    private final Map<String, String> body = new HashMap<>();
    private volatile String sent;
    private HttpServer server;
    private Registration registration;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Api api = new Api(
                HttpClient.newHttpClient(),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "token");
        Crew nobody = new Crew(new Place(Path.of("."), Path.of(".")));
        registration = new Registration(nobody, api, api, api, api);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void registersWhatIsNotThere() throws Exception {
        // Given
        status.put("GET /api/v1/agencies/wmata", 404);
        status.put("GET /api/v1/feeds/wmata.vehicle-positions", 404);

        // When
        registration.feed(WMATA);

        // Then
        assertThat(asked).contains("POST /api/v1/agencies", "POST /api/v1/feeds");
    }

    @Test
    void givesAKnownFeedThisRunsAddresses_andLeavesTheAgency() throws Exception {
        registration.feed(WMATA);

        assertThat(asked).contains("PUT /api/v1/feeds/wmata.vehicle-positions").doesNotContain("POST /api/v1/agencies");
    }

    @Test
    void takesTheAgreementThroughItsCourse_andLeavesWhatAnEarlierRunEnded() throws Exception {
        // Given
        body.put("GET " + AGREEMENT, "{\"state\":\"DRAFT\"}");
        body.put("POST " + AGREEMENT + "/request", "{\"state\":\"REQUESTED\"}");
        body.put("POST " + AGREEMENT + "/offer", "{\"state\":\"OFFERED\"}");
        body.put("POST " + AGREEMENT + "/accept", "{\"state\":\"AGREED\"}");
        body.put("POST " + AGREEMENT + "/sign", "{\"state\":\"ACTIVE\"}");

        // When
        assertThat(registration.agreement(WMATA)).isEqualTo("ACTIVE");

        // Then
        assertThat(asked)
                .containsExactly(
                        "GET " + AGREEMENT,
                        "POST " + AGREEMENT + "/request",
                        "POST " + AGREEMENT + "/offer",
                        "POST " + AGREEMENT + "/accept",
                        "POST " + AGREEMENT + "/sign");

        asked.clear();
        body.put("GET " + AGREEMENT, "{\"state\":\"REVOKED\"}");
        assertThat(registration.agreement(WMATA)).isEqualTo("REVOKED");
        assertThat(asked).containsExactly("GET " + AGREEMENT);
    }

    @Test
    void registersTheKeyOfTheDashboardsCertificates_asTheRecipientsOwn() throws Exception {
        body.put("GET /api/v1/certificate-key", "{\"publicKey\":\"MCow\"}");

        registration.certificateKey("city-planning");

        assertThat(asked).containsExactly("GET /api/v1/certificate-key", "POST /api/v1/parties/city-planning/keys");
        assertThat(sent).contains("\"publicKey\":\"MCow\"").contains("\"use\":\"certificates\"");
    }

    @Test
    void saysWhatTheServiceSaid_whenItRefuses() {
        status.put("PUT /api/v1/feeds/wmata.vehicle-positions", 400);
        body.put(
                "PUT /api/v1/feeds/wmata.vehicle-positions",
                "{\"title\":\"The address cannot be used.\",\"remedy\":\"Give an http or https address.\"}");

        assertThatThrownBy(() -> registration.feed(WMATA))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Could not register the feed: The address cannot be used.")
                .hasMessageContaining("Give an http or https address.");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request);
        sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] bytes = body.getOrDefault(request, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status.getOrDefault(request, 200), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
