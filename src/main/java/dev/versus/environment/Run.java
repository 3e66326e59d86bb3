package dev.versus.environment;

import dev.versus.environment.Reaper.Mortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one launch has written down of itself: who owns it, and every process with its intention, recorded before the process
 * starts. {@link Leftovers} reads it when the owner was killed.
 */
public final class Run {

    private static final String OWNER = "owner";
    private static final String JOURNAL = "journal";
    private static final String STARTING = "starting ";
    private static final String STARTED = "process ";

    private final RunId id;
    private final Path folder;

    private Run(RunId id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /** Makes the run's folder; it appears under its name only once it says whose it is. */
    public static Run open(StateFolder state, RunId id, ProcessIdentity owner) {
        state.prepare();
        Path hidden = state.beingMade(id);
        try {
            Files.createDirectory(hidden);
            Files.writeString(hidden.resolve(OWNER), owner.asText());
            Files.move(hidden, state.of(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unusable) {
            FileTree.delete(hidden);
            throw new StateUnusable(state.root(), unusable);
        }
        return new Run(id, state.of(id));
    }

    static Run existing(StateFolder state, RunId id) {
        return new Run(id, state.of(id));
    }

    public RunId id() {
        return id;
    }

    public Path logs() {
        return make("logs");
    }

    /** A folder for what one replica needs while it runs. */
    public Path work(String replica) {
        return make("work").resolve(replica);
    }

    private Path make(String name) {
        Path made = folder.resolve(name);
        try {
            return Files.createDirectories(made);
        } catch (IOException unusable) {
            throw new StateUnusable(made, unusable);
        }
    }

    public void recordIntention(String what) {
        append(STARTING + what);
    }

    public void recordProcess(Mortal mortal, String what) {
        ProcessIdentity process = mortal.process();
        append(STARTED + process.asText() + " " + mortal.signal() + " " + what);
    }

    private synchronized void append(String line) {
        Path journal = folder.resolve(JOURNAL);
        try {
            Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unusable) {
            throw new StateUnusable(journal, unusable);
        }
    }

    /** Who opened the run, or nothing where the file says nothing that can be read. */
    Optional<ProcessIdentity> owner() {
        try {
            return Optional.of(ProcessIdentity.parse(Files.readString(folder.resolve(OWNER))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** The processes that were recorded, in the order of their start; a line that was cut off is left out. */
    List<Mortal> started(Duration grace) {
        var started = new ArrayList<Mortal>();
        try {
            for (String line : Files.readAllLines(folder.resolve(JOURNAL))) {
                String[] words = line.split(" ", 5);
                if (line.startsWith(STARTED) && words.length == 5) {
                    started.add(new Mortal(new ProcessIdentity(Long.parseLong(words[1]), words[2]), words[3], grace));
                }
            }
        } catch (IOException | NumberFormatException noneOrCutOff) {
            return started;
        }
        return started;
    }

    /** Deletes everything that the run had written. */
    public void delete() {
        FileTree.delete(folder);
    }
}
