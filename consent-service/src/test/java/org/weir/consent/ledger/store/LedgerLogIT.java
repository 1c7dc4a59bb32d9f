package org.weir.consent.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.consent.ledger.Entries.NEW_YORK;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.consent.ledger.Balance;
import org.weir.consent.ledger.DailyCount;
import org.weir.consent.ledger.Entries;
import org.weir.consent.ledger.LogBatch;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.ledger.tree.NaiveTree;
import org.weir.consent.ledger.tree.Subtree;
import org.weir.consent.ledger.tree.TreeHash;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;
import org.weir.stack.TestStack;

/** The log on the real PostgreSQL: leaves, tiles, sums and offset together, or not at all. */
class LedgerLogIT {
    private static final Function<FeedId, ZoneId> ZONES = feed -> NEW_YORK;

    private LedgerDatabase database;
    private LedgerLog log;
    private LedgerStore sums;

    @BeforeEach
    void open() {
        database = new LedgerDatabase(
                TestStack.shared(), "log_" + UUID.randomUUID().toString().substring(0, 8));
        log = database.log();
        sums = new LedgerStore(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsLeavesTilesSumsAndOffset_together() {
        // When
        GrowingTree tree = log.tree(0);
        for (int n = 0; n < 1_000; n += 70) {
            assertThat(log.append(tree, Entries.batch(n, Math.min(1_000, n + 70)), ZONES))
                    .isTrue();
        }

        // Then
        assertThat(log.reach()).isEqualTo(new LedgerLog.Reach(1_000, Entries.offset(1_000)));
        List<byte[]> leaves = log.leaves(0, 1_000);
        assertThat(leaves).hasSize(1_000);
        assertThat(leaves.get(317))
                .isEqualTo(Entries.batch(317, 318).leaves().get(0).bytes());
        assertThat(log.leaves(300, 3)).containsExactlyElementsOf(leaves.subList(300, 303));
        assertThat(log.leaves(999, 10)).containsExactlyElementsOf(leaves.subList(999, 1_000));
        assertThat(log.leaves(1_000, 10)).isEmpty();
        byte[] root = NaiveTree.root(leaves.stream().map(TreeHash::leaf).toList());
        assertThat(tree.root()).isEqualTo(root);
        assertThat(Subtree.whole(1_000).hash(log.tiles(GrowingTree.edgeTiles(1_000))))
                .isEqualTo(root);
        assertThat(sums.balances()).singleElement().satisfies(LedgerLogIT::isOfAThousand);
    }

    @Test
    void countsDays_inTheAgencysTimeZone() {
        // Given entries from half past eleven in the evening on, New York time
        log.append(log.tree(0), Entries.batch(0, 3_600), ZONES);

        // Then
        assertThat(sums.daily(Entries.AGREEMENT))
                .extracting(DailyCount::day, DailyCount::zone, DailyCount::shared, DailyCount::withheld)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 1), NEW_YORK, 1_800 * 7L, 1_800 * 2L),
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDate.of(2026, 3, 2), NEW_YORK, 1_800 * 7L, 1_800 * 2L));
    }

    @Test
    void appendsOnce_whereTwoProcessesReadTheSame() {
        // Given two that stand at the same place
        GrowingTree one = log.tree(0);
        GrowingTree other = log.tree(0);

        // When both append what they read, one of them more
        assertThat(log.append(one, Entries.batch(0, 600), ZONES)).isTrue();
        assertThat(log.append(other, Entries.batch(0, 1_000), ZONES)).isFalse();

        // Then the one that was late goes on where the log is
        LedgerLog.Reach reach = log.reach();
        assertThat(reach.size()).isEqualTo(600);
        assertThat(log.append(log.tree(reach.size()), Entries.batch(600, 1_000), ZONES))
                .isTrue();
        assertThat(sums.balances()).singleElement().satisfies(LedgerLogIT::isOfAThousand);
    }

    @Test
    void keepsNothing_whereATransactionBreaks() {
        // Given a zone that cannot be found out, in the middle of the transaction
        GrowingTree tree = log.tree(0);
        assertThatThrownBy(() -> log.append(tree, Entries.batch(0, 400), feed -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");

        // Then
        assertThat(log.reach()).isEqualTo(new LedgerLog.Reach(0, 0));
        assertThat(log.leaves(0, 400)).isEmpty();
        assertThat(sums.balances()).isEmpty();
        assertThat(log.append(log.tree(0), Entries.batch(0, 1_000), ZONES)).isTrue();
        assertThat(sums.balances()).singleElement().satisfies(LedgerLogIT::isOfAThousand);
    }

    @Test
    void buildsTheLogAnew_withoutDoublingWhatAnEarlierVersionSummed() {
        // Given a database of before there was a log: 400 entries summed
        log.append(log.tree(0), Entries.batch(0, 400), ZONES);
        database.database().run("update ledger_log set size = 0, next_offset = 0");
        List.of("ledger_leaves", "ledger_tile", "ledger_daily")
                .forEach(table -> database.database().run("delete from " + table));

        // When the topic is read from its first record
        GrowingTree tree = log.tree(0);
        log.append(tree, Entries.batch(0, 300), ZONES);
        log.append(tree, Entries.batch(300, 1_000), ZONES);

        // Then
        assertThat(log.reach().size()).isEqualTo(1_000);
        assertThat(sums.balances()).singleElement().satisfies(LedgerLogIT::isOfAThousand);
        assertThat(sums.daily(null).stream().mapToLong(DailyCount::shared).sum())
                .isEqualTo(7_000);
    }

    @Test
    void takesAnUnreadableRecord_asALeaf() {
        LogBatch readable = Entries.batch(0, 10);
        List<LogBatch.Leaf> leaves = new ArrayList<>(readable.leaves());
        leaves.add(Entries.unreadable(readable.to()));

        log.append(log.tree(0), new LogBatch(0, readable.to() + 1, leaves), ZONES);

        assertThat(log.reach().size()).isEqualTo(11);
        assertThat(log.leaves(10, 1)).containsExactly(leaves.get(10).bytes());
        assertThat(sums.balances()).singleElement().satisfies(b -> assertThat(b.accepted())
                .isEqualTo(100));
    }

    private static void isOfAThousand(Balance balance) {
        assertThat(balance.accepted()).isEqualTo(10_000);
        assertThat(balance.shared()).isEqualTo(7_000);
        assertThat(balance.withheld())
                .containsOnly(org.assertj.core.api.Assertions.entry(ReasonCode.OUT_OF_SCOPE, 2_000L));
        assertThat(balance.quarantined()).isEqualTo(1_000);
        assertThat(balance.balanced()).isTrue();
    }
}
