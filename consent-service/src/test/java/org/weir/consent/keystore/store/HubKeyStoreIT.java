package org.weir.consent.keystore.store;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.consent.keystore.KeyMemory;
import org.weir.consent.keystore.KeyMemoryContract;
import org.weir.consent.ledger.store.LedgerDatabase;
import org.weir.stack.TestStack;

class HubKeyStoreIT extends KeyMemoryContract {
    private LedgerDatabase database;

    @BeforeEach
    void open() {
        database = new LedgerDatabase(
                TestStack.shared(), "keys_" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected KeyMemory memory() {
        return new HubKeyStore(database.database());
    }
}
