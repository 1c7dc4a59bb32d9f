package org.weir.dashboard.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.seal.Seal;

/** A hub's key, of this run, and what it signs. */
public final class TestHub {
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** The hub that the dashboards of tests are told to believe. */
    public static final TestHub BELIEVED = new TestHub();

    private final KeyPair keys;

    TestHub() {
        try {
            keys = KeyPairGenerator.getInstance(Seal.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As it is published. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    String keyId() {
        return Seal.keyId(keys.getPublic());
    }

    /** The headers that say that this hub says so. */
    public List<Header> signs(byte[] value) {
        return List.of(
                new RecordHeader(Headers.KEY_ID, keyId().getBytes(StandardCharsets.UTF_8)),
                new RecordHeader(
                        Headers.SIGNATURE, Seal.sign(value, keys.getPrivate()).getBytes(StandardCharsets.UTF_8)));
    }
}
