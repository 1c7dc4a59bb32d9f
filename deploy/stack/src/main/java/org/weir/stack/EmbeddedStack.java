package org.weir.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Both parts inside this JVM and its child processes. */
final class EmbeddedStack implements Stack {

    private final Broker broker;
    private final Database database;
    private final Scratch scratch;

    private EmbeddedStack(Broker broker, Database database, Scratch scratch) {
        this.broker = broker;
        this.database = database;
        this.scratch = scratch;
    }

    static EmbeddedStack start(StackOptions options) {
        Scratch scratch = Scratch.of(options.directory());
        Path kafka = part(scratch.directory(), "kafka");
        Path postgres = part(scratch.directory(), "postgres");
        CompletableFuture<Broker> broker =
                CompletableFuture.supplyAsync(() -> Broker.start(kafka, options.kafkaPort()), EmbeddedStack::inThread);
        try {
            Database database = Database.start(postgres, options.postgresPort(), options.durable());
            try {
                return new EmbeddedStack(broker.join(), database, scratch);
            } catch (CompletionException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            broker.thenAccept(Broker::close).exceptionally(alreadyTold -> null).join();
            scratch.close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.address();
    }

    @Override
    public String postgresAddress() {
        return database.address();
    }

    @Override
    public void close() {
        try (scratch;
                database;
                broker) {
            // Closed in reverse: the broker first, so that nothing is written while the database ends.
        }
    }

    private static Path part(Path directory, String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory for " + name + " cannot be made in " + directory, e);
        }
    }

    private static void inThread(Runnable work) {
        new Thread(work, "stack-broker-start").start();
    }
}
