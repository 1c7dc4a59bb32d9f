package org.weir.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The stack as a process of its own: {@code [--data DIR] [--kafka-port N] [--postgres-port N]}.
 *
 * <p>Prints one line when both parts answer, and ends them at SIGTERM.
 */
public final class StackMain {

    private static final int WRONG_USE = 2;

    private StackMain() {}

    /** Starts both parts; exit code 1 when one does not start, 2 when an option is wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        // One line a message; read by java.util.logging when it is first used, which is below.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s %5$s%6$s%n");
        StackOptions options;
        try {
            options = read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        long begun = System.nanoTime();
        try {
            Stack stack = Stack.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-end"));
            System.out.printf(
                    "The stack is ready after %d ms: Kafka at %s, PostgreSQL at %s%n",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    stack.bootstrapServers(),
                    stack.postgresAddress());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    static StackOptions read(String... arguments) {
        Optional<Path> data = Optional.empty();
        int kafka = 19092;
        int postgres = 15432;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--data" -> data = Optional.of(Path.of(value));
                case "--kafka-port" -> kafka = port(arguments[i], value);
                case "--postgres-port" -> postgres = port(arguments[i], value);
                default ->
                    throw new IllegalArgumentException(
                            arguments[i] + " is not an option. There are --data, --kafka-port and --postgres-port.");
            }
        }
        return new StackOptions(data, kafka, postgres);
    }

    private static int port(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a port number, not " + value, e);
        }
    }
}
