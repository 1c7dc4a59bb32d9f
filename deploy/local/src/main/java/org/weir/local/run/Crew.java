package org.weir.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
        waitForTheEndThatWasAskedFor();
        throw dead().map(Child::death).orElseGet(() -> new StartFailure("A process ended by itself."));
    }

    private void waitForTheEndThatWasAskedFor() throws InterruptedException {
        if (ending) {
            // Who asked ends this process too.
            new CountDownLatch(1).await();
        }
    }

    /**
     * Watches until a process has ended for good. One that can be started again is, a few times: see {@link Restarts}.
     *
     * @param again the names of those that can
     * @param clock measures how often one was started again of late
     * @param tell is told each end and each new start
     * @param now what is done now and then meanwhile
     */
    public StartFailure watch(Set<String> again, Clock clock, Consumer<String> tell, Runnable now)
            throws InterruptedException {
        Map<String, Restarts> restarts = new HashMap<>();
        while (true) {
            try {
                pause(NOW_AND_THEN);
                now.run();
            } catch (StartFailure end) {
                Child dead = dead().orElse(null);
                if (dead == null || !again.contains(dead.name())) {
                    return end;
                }
                Restarts before = restarts.getOrDefault(dead.name(), Restarts.NONE);
                Optional<Duration> wait = before.next(clock.instant());
                if (wait.isEmpty()) {
                    return end;
                }
                tell.accept(dead.epitaph() + " Its log: " + dead.log() + ". It is started again in "
                        + wait.get().toSeconds() + " s.");
                startAgain(dead, wait.get());
                restarts.put(dead.name(), before.with(clock.instant()));
                tell.accept("The process " + dead.name() + " is started again.");
            }
        }
    }

    private void startAgain(Child dead, Duration wait) throws InterruptedException {
        // Nobody counts it down: an end that is asked for meanwhile ends this process, and this thread with it.
        new CountDownLatch(1).await(wait.toMillis(), TimeUnit.MILLISECONDS);
        waitForTheEndThatWasAskedFor();
        children.set(children.indexOf(dead), dead.again());
        note();
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

    private Optional<Child> dead() {
        return staying().filter(child -> !child.process().isAlive()).findFirst();
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
