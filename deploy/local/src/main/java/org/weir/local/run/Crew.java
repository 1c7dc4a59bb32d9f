package org.weir.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.weir.local.plan.Place;
import org.weir.local.plan.PlannedProcess;

/** The processes of one run, in the order they were started. */
public final class Crew {

    /** A service that drains its streams needs seconds; one that needs more is stuck. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final Place place;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final List<Child> errands = new CopyOnWriteArrayList<>();
    private volatile boolean ending;

    public Crew(Place place) {
        this.place = place;
    }

    /** Starts one that ends by itself when it has done its work, or has failed at it: the others go on. */
    public Child startErrand(PlannedProcess plan) {
        Child errand = start(plan);
        errands.add(errand);
        return errand;
    }

    /** Starts one more, and notes it where {@code down} will look for it. */
    public Child start(PlannedProcess plan) {
        if (ending) {
            throw new StartFailure("Weir is ending.");
        }
        Child child = Child.start(plan, place.log(plan.name()));
        children.add(child);
        note();
        return child;
    }

    public List<Child> children() {
        return List.copyOf(children);
    }

    /**
     * Lets a moment pass.
     *
     * @throws StartFailure at once when a process ends meanwhile
     */
    public void pause(Duration moment) throws InterruptedException {
        CompletableFuture<?>[] ends =
                staying().map(child -> child.process().onExit()).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(ends).get(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new StartFailure("A process cannot be watched", e);
        }
        if (ending) {
            // Its end was asked for, and the process that asked ends this one too.
            new CountDownLatch(1).await();
        }
        throw firstDeath();
    }

    /**
     * Waits until a process ends by itself.
     *
     * @param now what is done now and then meanwhile
     */
    public StartFailure firstDeathOf(Runnable now) throws InterruptedException {
        while (true) {
            try {
                pause(NOW_AND_THEN);
                now.run();
            } catch (StartFailure death) {
                return death;
            }
        }
    }

    /** Ends all, the last started first; a process that does not heed is killed. */
    public void end() {
        ending = true;
        List<Child> order = reversed();
        for (Child child : order) {
            // Each ends before the next is told: the broker must outlive who writes to it.
            end(child);
        }
        try {
            Files.deleteIfExists(place.processFile());
            Files.deleteIfExists(place.runFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The run's files cannot be removed", e);
        }
    }

    private static void end(Child child) {
        child.process().destroy();
        try {
            if (!child.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                child.process().destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            child.process().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Stream<Child> staying() {
        return children.stream().filter(child -> !errands.contains(child));
    }

    private StartFailure firstDeath() {
        return staying()
                .filter(child -> !child.process().isAlive())
                .findFirst()
                .map(Child::death)
                .orElseGet(() -> new StartFailure("A process ended by itself."));
    }

    private List<Child> reversed() {
        List<Child> order = new ArrayList<>(children);
        Collections.reverse(order);
        return order;
    }

    private void note() {
        StringBuilder lines = new StringBuilder();
        // Who ends first: a launcher that stayed would take the end of its processes for an accident.
        lines.append("launcher ").append(ProcessHandle.current().pid()).append('\n');
        reversed().forEach(child -> lines.append(child.name())
                .append(' ')
                .append(child.process().pid())
                .append('\n'));
        try {
            Files.writeString(place.processFile(), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The run's file cannot be written", e);
        }
    }
}
