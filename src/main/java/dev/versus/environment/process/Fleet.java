package dev.versus.environment.process;

import dev.versus.environment.Reaper;
import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every process of one run, in the order of their start; once it is cancelled, nothing more is started. */
final class Fleet {

    private final Run run;
    private final Reaper reaper;
    private final List<Mortal> started = new ArrayList<>();
    private boolean cancelled;

    Fleet(Run run, Reaper reaper) {
        this.run = run;
        this.reaper = reaper;
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

    synchronized boolean isWanted() {
        return !cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    void stop() {
        reaper.stop(run.id(), snapshot());
    }

    private synchronized List<Mortal> snapshot() {
        return List.copyOf(started);
    }

    /** Another service failed first, or the JVM is ending. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the launch was abandoned", null, false, false);
        }
    }
}
