package org.weir.consent.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    /** Known to whoever knows the signed notes of Go's checksum database: its key, and the id that it goes by. */
    private static final String SUM_GOLANG_ORG = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    private static final VerifierKey KEY = new VerifierKey(
            "example.weir/ledger",
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    private static final TreeHead HEAD = new TreeHead("example.weir/ledger", 42, new byte[32]);

    @Test
    void knowsTheKeyIdOfTheSpecification() {
        assertThat(VerifierKey.parse(SUM_GOLANG_ORG).text()).isEqualTo(SUM_GOLANG_ORG);
        assertThatThrownBy(() -> VerifierKey.parse(SUM_GOLANG_ORG.replace("033de0ae", "033de0af")))
                .hasMessageContaining("id");
        assertThatThrownBy(() -> VerifierKey.parse("sum.golang.org")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesANote_asTheSpecificationHasIt() throws Exception {
        String note = SignedNote.sign(HEAD, KEY, secretOfRfc8032());

        assertThat(note)
                .startsWith(
                        "example.weir/ledger\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n\u2014 example.weir/ledger ")
                .endsWith("\n");
        byte[] signature = Base64.getDecoder().decode(note.substring(note.lastIndexOf(' ') + 1, note.length() - 1));
        assertThat(signature).hasSize(4 + 64).startsWith(KEY.id());
        assertThat(SignedNote.open(note, KEY).size()).isEqualTo(42);
    }

    @Test
    void opensNoNote_ofWhichOneBitIsAnother() throws Exception {
        byte[] note = SignedNote.sign(HEAD, KEY, secretOfRfc8032()).getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] changed = note.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String text = new String(changed, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> SignedNote.open(text, KEY))
                    .as("bit %d", bit)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void opensNoNote_withMoreThanItsOwn() throws Exception {
        String note = SignedNote.sign(HEAD, KEY, secretOfRfc8032());
        assertThatThrownBy(() -> SignedNote.open(note + "\n", KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.open("", KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.open(note.substring(0, note.length() - 1), KEY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.open("\n\n\u2014 example.weir/ledger \n", KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The secret of RFC 8032's first test vector, whose public half is {@link #KEY}. */
    private static PrivateKey secretOfRfc8032() throws Exception {
        byte[] pkcs8 = HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }
}
