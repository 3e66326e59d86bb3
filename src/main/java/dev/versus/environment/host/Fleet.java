package dev.versus.environment.host;

import dev.versus.environment.Abandoned;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All processes of one run, in the order of their start. Once it is cancelled, nothing more is started. */
final class Fleet {

    private final Run run;
    private final Removal removal;
    private final List<Mortal> started = new ArrayList<>();
    private boolean cancelled;

    Fleet(Run run, Removal removal) {
        this.run = run;
        this.removal = removal;
    }

    /** Start of one process, which has been recorded when this returns. */
    interface Start {
        Started start() throws IOException;
    }

    synchronized Started add(Start start) throws IOException {
        if (cancelled) {
            throw new Abandoned();
        }
        Started process = start.start();
        started.add(process.mortal());
        return process;
    }

    /** Preparation of the place where processes are to run, such as network namespaces. */
    interface Making {
        void make() throws IOException;
    }

    /**
     * Prepares the place, unless the run is cancelled. A caller of {@link #cancel} waits meanwhile, so that the removal finds all of it.
     */
    synchronized void make(Making place) throws IOException {
        if (cancelled) {
            throw new Abandoned();
        }
        place.make();
    }

    synchronized boolean isWanted() {
        return !cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    void stop() {
        removal.reaper().stop(run.id(), snapshot());
    }

    /** Stops one process, so that it can be started again. */
    void stop(Started process) {
        removal.reaper().stop(process.mortal());
        forget(process);
    }

    private synchronized void forget(Started process) {
        started.remove(process.mortal());
    }

    /** Stops every process and removes everything that the run has made. */
    void remove() {
        removal.of(run, snapshot());
    }

    private synchronized List<Mortal> snapshot() {
        return List.copyOf(started);
    }
}
