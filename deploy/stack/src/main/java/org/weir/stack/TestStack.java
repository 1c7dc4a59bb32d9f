package org.weir.stack;

import java.util.ServiceLoader;

/**
 * The one stack all integration tests of a module share.
 *
 * <p>Started at first use, closed when the JVM ends. With the Maven profile {@code testcontainers} the same tests run on
 * containers: the profile puts a {@link StackProvider} on the class path.
 */
public final class TestStack {

    private TestStack() {}

    /** The shared stack: free ports, fresh directories. */
    public static Stack shared() {
        return Holder.STACK;
    }

    private static final class Holder {
        private static final Stack STACK = start();

        private static Stack start() {
            Stack stack = ServiceLoader.load(StackProvider.class, TestStack.class.getClassLoader())
                    .findFirst()
                    .map(StackProvider::start)
                    .orElseGet(() -> Stack.start(StackOptions.ephemeral()));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "test-stack-end"));
            return stack;
        }
    }
}
