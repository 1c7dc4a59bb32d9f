package org.weir.consent.keystore;

class RememberedKeysTest extends KeyMemoryContract {
    private final RememberedKeys memory = new RememberedKeys();

    @Override
    protected KeyMemory memory() {
        return memory;
    }
}
