package dev.versus.environment.host;

import dev.versus.environment.Abandoned;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every process of one run, in the order of their start; once it is cancelled, nothing more is started. */
final class Fleet {

    private final Run run;
    private final Removal removal;
    private final List<Mortal> started = new ArrayList<>();
    private boolean cancelled;

    Fleet(Run run, Removal removal) {
        this.run = run;
        this.removal = removal;
    }

    /** How a process is started; it has been recorded when this returns. */
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

    /** How the place is made where processes are to run. */
    interface Making {
        void make() throws IOException;
    }

    /** Makes the place, unless it is cancelled already; whoever cancels meanwhile waits, so that removal finds all of it. */
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

    /** Stops one of them, so that it can be started anew. */
    void stop(Started process) {
        removal.reaper().stop(process.mortal());
        forget(process);
    }

    private synchronized void forget(Started process) {
        started.remove(process.mortal());
    }

    /** Stops everything and removes all that the run has made. */
    void remove() {
        removal.of(run, snapshot());
    }

    private synchronized List<Mortal> snapshot() {
        return List.copyOf(started);
    }
}
