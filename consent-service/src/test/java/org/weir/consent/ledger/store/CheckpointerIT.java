package org.weir.consent.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.consent.ledger.Entries;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.LedgerSigner.ContradictsItself;
import org.weir.consent.ledger.note.SignedNote;
import org.weir.consent.ledger.note.TreeHead;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.stack.TestStack;

/** Nothing is signed that does not continue what was signed. */
class CheckpointerIT {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final List<Checkpoint> topic = new ArrayList<>();
    private final LedgerSigner signer = signer();
    private LedgerDatabase database;
    private LedgerLog log;

    @BeforeEach
    void open() {
        database = new LedgerDatabase(
                TestStack.shared(), "sign_" + UUID.randomUUID().toString().substring(0, 8));
        log = database.log();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void signsEachGrowth_once_andPublishesIt() {
        Checkpointer checkpointer = checkpointer(signer, null);
        assertThat(checkpointer.sign()).isEmpty();
        for (int n = 0; n < 900; n += 300) {
            grow(n, n + 300);
            checkpointer.sign();
            checkpointer.sign();
            checkpointer.publish();
            checkpointer.publish();
        }

        assertThat(topic).extracting(Checkpoint::size).containsExactly(300L, 600L, 900L);
        assertThat(topic).extracting(Checkpoint::ledgerOffset).last().isEqualTo(Entries.offset(900));
        TreeHead head = SignedNote.open(topic.get(2).note(), signer.key());
        assertThat(head.size()).isEqualTo(900);
        assertThat(head.root()).isEqualTo(log.tree(900).root());
    }

    @Test
    void publishesLater_whatCouldNotBePublished() {
        grow(0, 10);
        Checkpointer broken = new Checkpointer(
                database.database(),
                signer,
                checkpoint -> {
                    throw new IllegalStateException("no broker");
                },
                NOON,
                null);
        broken.sign();
        assertThatThrownBy(broken::publish).hasMessage("no broker");

        checkpointer(signer, null).publish();

        assertThat(topic).extracting(Checkpoint::size).containsExactly(10L);
    }

    @Test
    void signsNothing_whereALeafWasExchanged() {
        // Given 300 signed leaves, of which somebody exchanges one in the database
        grow(0, 300);
        checkpointer(signer, null).sign();
        byte[] tile = database.database()
                .run("select hashes from ledger_tile where level = 0 and index = 1")
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();
        tile[40] ^= 1;
        database.database()
                .run("update ledger_tile set hashes = $1 where level = 0 and index = 1", Buffer.buffer(tile));

        // When it grows
        grow(300, 310);

        // Then
        assertThatThrownBy(() -> checkpointer(signer, null).sign())
                .isInstanceOf(ContradictsItself.class)
                .hasMessageContaining("does not continue the one of 300");
        assertThat(topic).isEmpty();
    }

    @Test
    void signsNothing_withAnotherKey() {
        grow(0, 300);
        checkpointer(signer, null).sign();
        grow(300, 310);

        assertThatThrownBy(() -> checkpointer(signer(), null).sign()).isInstanceOf(ContradictsItself.class);
    }

    @Test
    void signsNothing_whereTheLogShrank() {
        grow(0, 300);
        checkpointer(signer, null).sign();
        database.database().run("update ledger_log set size = 200");

        assertThatThrownBy(() -> checkpointer(signer, null).sign()).isInstanceOf(ContradictsItself.class);
    }

    @Test
    void continuesWhatTheTopicHolds_whereTheDatabaseWasLost() {
        // Given a checkpoint of 300 leaves in the topic
        grow(0, 300);
        checkpointer(signer, null).sign();
        Checkpointer first = checkpointer(signer, null);
        first.publish();
        Checkpoint known = topic.get(0);

        // When the database begins anew and the log is built again from the ledger's topic
        close();
        open();
        grow(0, 200);
        assertThat(checkpointer(signer, known).sign()).as("not there yet").isEmpty();
        grow(200, 320);

        // Then
        assertThat(checkpointer(signer, known).sign())
                .hasValueSatisfying(c -> assertThat(c.size()).isEqualTo(320));
    }

    @Test
    void signsNothing_whereTheLogBuiltAgainIsAnother() {
        grow(0, 300);
        checkpointer(signer, null).sign();
        checkpointer(signer, null).publish();
        Checkpoint known = topic.get(0);
        close();
        open();
        grow(1, 330);

        assertThatThrownBy(() -> checkpointer(signer, known).sign()).isInstanceOf(ContradictsItself.class);
    }

    private void grow(int from, int to) {
        LedgerLog.Reach reach = log.reach();
        var batch = Entries.batch(from, to);
        assertThat(log.append(
                        log.tree(reach.size()),
                        new org.weir.consent.ledger.LogBatch(reach.nextOffset(), batch.to(), batch.leaves()),
                        feed -> ZoneOffset.UTC))
                .isTrue();
    }

    private Checkpointer checkpointer(LedgerSigner by, Checkpoint floor) {
        return new Checkpointer(database.database(), by, topic::add, NOON, floor);
    }

    private static LedgerSigner signer() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new LedgerSigner(VerifierKey.of("test.weir/ledger", pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
