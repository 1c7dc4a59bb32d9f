package org.weir.dashboard.trust;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weir.dashboard.DashboardConfig;
import org.weir.schemas.seal.Seal;

/**
 * The keys with which the hub signs what it says to recipients: those that this dashboard was told, else those that
 * consent-service publishes, asked for when they are needed first and whenever another one is named.
 */
@ApplicationScoped
public class HubKeys {
    private static final String USE = "receipts";
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, PublicKey> told;
    private final URI published;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile Map<String, PublicKey> fetched = Map.of();

    @Inject
    HubKeys(DashboardConfig config, ObjectMapper json) {
        this(config.hubKeys().orElse(List.of()), config.consentUrl(), json);
    }

    HubKeys(List<String> told, URI consent, ObjectMapper json) {
        this.told = new HashMap<>();
        told.forEach(this::keep);
        this.published = consent.resolve("/api/v1/keys");
        this.json = json;
    }

    /**
     * The key of that name; empty where the hub has none such.
     *
     * @throws KeysOutOfReach where that cannot be told for now
     */
    Optional<PublicKey> find(String keyId) {
        if (!told.isEmpty()) {
            return Optional.ofNullable(told.get(keyId));
        }
        if (!fetched.containsKey(keyId)) {
            fetched = fetch();
        }
        return Optional.ofNullable(fetched.get(keyId));
    }

    /** One that was told and is none must not be found out when the first notice is passed over. */
    private void keep(String text) {
        try {
            PublicKey key = Seal.publicKey(text);
            told.put(Seal.keyId(key), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("weir.hub-keys names what is no Ed25519 public key.", e);
        }
    }

    private Map<String, PublicKey> fetch() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(published).timeout(PATIENCE).build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new KeysOutOfReach(published + " answers " + answer.statusCode());
            }
            return keys(json.readValue(answer.body(), Published[].class));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new KeysOutOfReach(published + " does not give them: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysOutOfReach("The service is stopping.");
        }
    }

    /** An answer without a key to sign with is none of a hub's: it says nothing about whose word anything is. */
    private static Map<String, PublicKey> keys(Published[] all) throws GeneralSecurityException {
        Map<String, PublicKey> keys = new HashMap<>();
        for (Published each : all) {
            if (USE.equals(each.use()) && Seal.ALGORITHM.equals(each.algorithm()) && each.publicKey() != null) {
                PublicKey key = Seal.publicKey(each.publicKey());
                keys.put(Seal.keyId(key), key);
            }
        }
        if (keys.isEmpty()) {
            throw new GeneralSecurityException("there is none among them");
        }
        return Map.copyOf(keys);
    }

    /** A key as consent-service publishes it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Published(String use, String algorithm, String publicKey) {}
}
