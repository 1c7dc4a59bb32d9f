package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PseudonymiseTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @Test
    void is_hmacOverPathAndValue_cutTo128Bits() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String expected = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(mac.doFinal("vehicle.id\0bus-1".getBytes(UTF_8)), 16));

        assertThat(pseudonym(KEY, "vehicle.id", "bus-1"))
                .isEqualTo('"' + expected + '"')
                .hasSize(24);
    }

    @Test
    void differs_byFieldAndByKey() {
        byte[] other = KEY.clone();
        other[0]++;
        assertThat(pseudonym(KEY, "vehicle.id", "bus-1"))
                .isNotEqualTo(pseudonym(KEY, "vehicle.label", "bus-1"))
                .isNotEqualTo(pseudonym(other, "vehicle.id", "bus-1"));
    }

    @Test
    void staysTheSame_whateverWasRememberedBefore() {
        Pseudonymise.Writer writer = new Pseudonymise(KEY, "vehicle.id").writer();
        for (int n = 0; n < 30_000; n++) {
            byte[] value = ("bus-" + n % 20_000).getBytes(UTF_8);
            if (n % 997 == 0) {
                assertThat(new String(writer.rewrite(value, 0, value.length), UTF_8))
                        .isEqualTo(pseudonym(KEY, "vehicle.id", "bus-" + n % 20_000));
            } else {
                writer.rewrite(value, 0, value.length);
            }
        }
    }

    private static String pseudonym(byte[] key, String path, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return new String(new Pseudonymise(key, path).writer().rewrite(bytes, 0, bytes.length), UTF_8);
    }
}
