package org.weir.consent.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weir.consent.keystore.KeyMemory.Known;

/** What every memory of keys keeps to. */
public abstract class KeyMemoryContract {
    private static final String NAME = HubKeys.RECEIPTS;
    private static final Known ONE = new Known("1111111111111111", "b25l");
    private static final Known TWO = new Known("2222222222222222", "dHdv");

    protected abstract KeyMemory memory();

    @Test
    void knowsNothing_atFirst() {
        assertThat(memory().known(NAME)).isEmpty();
        assertThat(memory().isFresh()).isTrue();
    }

    @Test
    void knowsTheOneThatCounts_first() {
        memory().remember(NAME, null, ONE);
        memory().remember(NAME, ONE, TWO);

        assertThat(memory().known(NAME)).containsExactly(TWO, ONE);
        assertThat(memory().known(HubKeys.LEDGER)).isEmpty();
    }

    @Test
    void changesNothing_whereAnotherCountsByNow() {
        memory().remember(NAME, null, ONE);
        memory().remember(NAME, null, TWO);

        assertThat(memory().known(NAME)).containsExactly(ONE);
    }

    @Test
    void notesThePublicHalf_whereItWasNotNoted() {
        memory().remember(NAME, null, new Known(ONE.id(), null));
        memory().remember(NAME, ONE, ONE);

        assertThat(memory().known(NAME)).containsExactly(ONE);
    }
}
