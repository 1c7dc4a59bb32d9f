package org.weir.stack;

/** Another way to come by a broker and a database for tests; found by {@link java.util.ServiceLoader}. */
public interface StackProvider {

    /**
     * Starts both and returns when both answer.
     *
     * @throws IllegalStateException when this machine cannot; the message says what to do
     */
    Stack start();
}
