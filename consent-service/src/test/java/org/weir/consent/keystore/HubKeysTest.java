package org.weir.consent.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.consent.keystore.HubKeys.KeyIsNotThere;

class HubKeysTest {
    private final RememberedKeys memory = new RememberedKeys();

    @TempDir
    Path keystore;

    @TempDir
    Path another;

    @Test
    void makesEachKeyOnce_whereTheHubIsFresh_andFindsItAgain() {
        HubKeys first = open();
        memory.fresh = false;
        HubKeys again = open();

        assertThat(again.receipts()).isEqualTo(first.receipts());
        assertThat(again.ledger()).isEqualTo(first.ledger());
        assertThat(again.commitments()).isEqualTo(first.commitments()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {HubKeys.RECEIPTS, HubKeys.LEDGER, HubKeys.COMMITMENTS})
    void doesNotOpen_whereAKeyIsMissing_andMakesNone(String name) throws IOException {
        open();
        memory.fresh = false;
        String id = memory.known(name).get(0).id();
        Files.delete(keystore.resolve(name));

        assertThatThrownBy(this::open)
                .isInstanceOf(KeyIsNotThere.class)
                .hasMessageContaining(name)
                .hasMessageContaining("WEIR_LOST_KEYS=" + id);
        assertThat(keystore.resolve(name)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {HubKeys.RECEIPTS, HubKeys.LEDGER, HubKeys.COMMITMENTS})
    void doesNotOpen_whereAnotherKeyIsThere(String name) throws IOException {
        HubKeys hub = open();
        new HubKeys(another, new KeyDirectory(another), new RememberedKeys(), Set.of());
        Files.delete(keystore.resolve(name));
        Files.copy(another.resolve(name), keystore.resolve(name));

        assertThatThrownBy(this::open).isInstanceOf(KeyIsNotThere.class).hasMessageContaining("another key " + name);
        assertThat(memory.known(name)).hasSize(1);
        assertThat(hub.everForReceipts()).hasSize(1);
    }

    @Test
    void doesNotOpen_anEmptyKeystore_whereTheHubHasWorkedAndNobodyNotedWithWhat() {
        memory.fresh = false;

        assertThatThrownBy(this::open)
                .isInstanceOf(KeyIsNotThere.class)
                .hasMessageContaining("WEIR_LOST_KEYS=" + HubKeys.RECEIPTS);
        assertThat(keystore).isEmptyDirectory();
    }

    @Test
    void takesTheKeysForKnown_thatAnEarlierVersionLeft() {
        HubKeys left = open();
        RememberedKeys nothing = new RememberedKeys();
        nothing.fresh = false;

        HubKeys found = new HubKeys(keystore, new KeyDirectory(keystore), nothing, Set.of());

        assertThat(found.receipts()).isEqualTo(left.receipts());
        assertThat(nothing.known(HubKeys.RECEIPTS)).isEqualTo(memory.known(HubKeys.RECEIPTS));
    }

    @Test
    void goesOnWithAnother_whereTheKeyIsSaidToBeLost_onceOnly_andTellsTheEarlierOne() throws IOException {
        String lost = open().receipts().id();
        memory.fresh = false;
        Files.delete(keystore.resolve(HubKeys.RECEIPTS));

        HubKeys now = open(lost);

        assertThat(now.receipts().id()).isNotEqualTo(lost);
        assertThat(now.everForReceipts())
                .extracting(KeyMemory.Known::id)
                .containsExactly(now.receipts().id(), lost);
        // What was said of the one does not hold for the other.
        Files.delete(keystore.resolve(HubKeys.RECEIPTS));
        assertThatThrownBy(() -> open(lost)).isInstanceOf(KeyIsNotThere.class);
    }

    @Test
    void doesNotOpen_whereAnotherProcessBeganAtOnceOnAnotherKeystore() {
        memory.meanwhile = new KeyMemory.Known("0123456789abcdef", null);

        assertThatThrownBy(this::open).isInstanceOf(KeyIsNotThere.class);
    }

    private HubKeys open(String... lost) {
        return new HubKeys(keystore, new KeyDirectory(keystore), memory, Set.of(lost));
    }
}
