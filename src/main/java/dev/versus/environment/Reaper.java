package dev.versus.environment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Termination of processes together with everything that they started, as a container engine stops a container: the process gets its stop
 * signal and its grace period, and then the rest of its process tree is killed.
 */
public final class Reaper {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);
    private static final String KILL = "KILL";

    private final Processes processes;
    private final Pace pace;

    public Reaper(Processes processes, Pace pace) {
        this.processes = processes;
        this.pace = pace;
    }

    /** A process to stop, with the stop signal (named without SIG) and the grace period. */
    public record Mortal(ProcessIdentity process, String signal, Duration grace) {}

    /** Stops the processes, the last one first, and then every other process that carries the run's id. */
    public void stop(RunId run, List<Mortal> started) {
        var reversed = new ArrayList<>(started);
        Collections.reverse(reversed);
        var dead = new LinkedHashSet<ProcessIdentity>();
        reversed.forEach(mortal -> dead.addAll(end(mortal)));
        var rest = new LinkedHashSet<>(processes.carrying(run));
        processes.carrying(run).forEach(process -> rest.addAll(processes.descendants(process)));
        kill(rest);
        dead.addAll(rest);
        until(() -> processes.carrying(run).stream().noneMatch(this::killAgain), LAST_WAIT);
        processes.removeSharedMemory(dead);
    }

    /** Stops one process with everything that it started. */
    public void stop(Mortal mortal) {
        processes.removeSharedMemory(end(mortal));
    }

    private Set<ProcessIdentity> end(Mortal mortal) {
        ProcessIdentity root = mortal.process();
        var tree = new LinkedHashSet<ProcessIdentity>();
        tree.add(root);
        tree.addAll(processes.descendants(root));
        processes.signal(root, mortal.signal());
        until(() -> !processes.isAlive(root), mortal.grace());
        tree.addAll(processes.descendants(root));
        kill(tree);
        until(() -> tree.stream().noneMatch(processes::isAlive), LAST_WAIT);
        return tree;
    }

    private void kill(Set<ProcessIdentity> all) {
        all.forEach(process -> processes.signal(process, KILL));
    }

    private boolean killAgain(ProcessIdentity process) {
        processes.signal(process, KILL);
        return true;
    }

    private void until(BooleanSupplier done, Duration limit) {
        long start = pace.nanoTime();
        while (!done.getAsBoolean() && pace.nanoTime() - start < limit.toNanos()) {
            pace.pause(POLL);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
