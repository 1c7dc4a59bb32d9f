package org.weir.local.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.local.plan.Place;

class IssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void signsTokensThatThePublicKeyOfAnEarlierRunVerifies(@TempDir Path data) throws Exception {
        // Given
        Place place = new Place(Path.of("."), data);
        Issuer.in(place, CLOCK, "https://local.weir");
        PublicKey earlier = publicKey(place);

        // When
        LocalPerson planner = LocalPerson.all("wmata", "city-planning").get(0);
        String token = Issuer.in(place, CLOCK, "https://local.weir").token(planner);

        // Then
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(earlier)
                .setExpectedIssuer("https://local.weir")
                .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond()))
                .build()
                .processToClaims(token);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("planner");
        assertThat(claims.getStringClaimValue("recipient")).isEqualTo("city-planning");
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOW.plusSeconds(12 * 3600).getEpochSecond());
    }

    @Test
    void letsOnlyTheOwnerReadTheKey(@TempDir Path data) throws Exception {
        Place place = new Place(Path.of("."), data);
        Issuer.in(place, CLOCK, "https://local.weir");
        assertThat(Files.getPosixFilePermissions(place.issuerKey()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private static PublicKey publicKey(Place place) throws Exception {
        StringBuilder body = new StringBuilder();
        Files.readAllLines(place.issuerPublicKey()).stream()
                .filter(line -> !line.startsWith("-----"))
                .forEach(body::append);
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body.toString())));
    }
}
