package org.weir.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    Path keystore;

    @Test
    void staysTheSame_afterARestart_andIsTheOwnersAlone() throws Exception {
        SigningKey made = SigningKey.open(keystore, "hub");
        SigningKey again = SigningKey.open(keystore, "hub");

        assertThat(again).isEqualTo(made);
        assertThat(made.id()).matches("[0-9a-f]{16}").isEqualTo(SigningKey.idOf(made.open()));
        assertThat(Files.getPosixFilePermissions(keystore.resolve("hub.ed25519")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(made.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void isOne_whoeverMakesItFirst() {
        List<String> ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> SigningKey.open(keystore, "hub").id())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(keystore.toFile().list()).containsExactly("hub.ed25519");
    }

    @Test
    void isNeverReplaced_whereItCannotBeRead() throws Exception {
        Files.writeString(keystore.resolve("hub.ed25519"), "damaged");

        assertThatThrownBy(() -> SigningKey.open(keystore, "hub")).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(keystore.resolve("hub.ed25519"))).isEqualTo("damaged");
    }
}
