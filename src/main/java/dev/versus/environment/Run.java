package dev.versus.environment;

import dev.versus.FileTree;
import dev.versus.environment.ProcessTermination.Mortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Record of one launch on disk: its owner, which is the JVM that launched it; every process, announced before it starts; and everything
 * else that the launch makes, recorded before it is made. {@link Leftovers} reads the record of a run whose owner was killed.
 */
public final class Run {

    private static final String OWNER = "owner";
    private static final String JOURNAL = "journal";
    private static final String STARTING = "starting ";
    private static final String STARTED = "process ";
    private static final String MAKING = "making ";
    private static final Pattern SIGNAL = Pattern.compile("[A-Z][A-Z0-9]*(\\+\\d+)?");

    private final RunId id;
    private final Path folder;

    private Run(RunId id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /** Makes the run's folder. The folder gets its final name only after its owner is written, so no run is ever without one. */
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

    /** Returns the run's folder of logs, which exists. */
    public Path logs() {
        return make("logs");
    }

    /** Returns the path of a folder for files that one replica needs while it runs. The folder itself need not exist. */
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

    /** Records that a process is about to start. */
    public void recordIntention(String what) {
        append(STARTING + what);
    }

    /** Records a process that has started. */
    public void recordProcess(Mortal mortal, String what) {
        ProcessIdentity process = mortal.process();
        append(STARTED + process.asText() + " " + mortal.signal() + " " + what);
    }

    /** Records things that are about to be made. They must be made only after this method has returned. */
    public void recordMaking(List<Made> things) {
        append(things.stream()
                .map(made -> MAKING + made.kind() + " " + made.name())
                .collect(Collectors.joining("\n")));
    }

    private synchronized void append(String lines) {
        if (lines.isEmpty()) {
            return;
        }
        Path journal = folder.resolve(JOURNAL);
        try {
            Files.writeString(journal, lines + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unusable) {
            throw new StateUnusable(journal, unusable);
        }
    }

    /** Returns the process that opened the run, or nothing if the file cannot be read. */
    Optional<ProcessIdentity> owner() {
        try {
            return ProcessIdentity.read(OwnFile.text(folder.resolve(OWNER)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the recorded processes in the order of their start. An incomplete line is left out. */
    List<Mortal> started(Duration grace) {
        var started = new ArrayList<Mortal>();
        try {
            for (String line : journal()) {
                String[] words = line.split(" ", 5);
                if (line.startsWith(STARTED)
                        && words.length == 5
                        && SIGNAL.matcher(words[3]).matches()) {
                    started.add(new Mortal(new ProcessIdentity(Long.parseLong(words[1]), words[2]), words[3], grace));
                }
            }
        } catch (NumberFormatException cutOff) {
            return started;
        }
        return started;
    }

    /**
     * Returns the recorded things in the order of recording. They need not exist. An incomplete line is left out: its thing was never made.
     */
    List<Made> made() {
        return journal().stream()
                .filter(line -> line.startsWith(MAKING))
                .map(line -> line.substring(MAKING.length()).split(" ", 2))
                .filter(words -> words.length == 2 && Made.isOne(words[0], words[1]))
                .map(words -> new Made(words[0], words[1]))
                .toList();
    }

    /** Returns the complete lines of the journal. */
    private List<String> journal() {
        try {
            String text = OwnFile.text(folder.resolve(JOURNAL));
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Deletes the run's folder with everything in it. */
    public void delete() {
        Path aside = folder.resolveSibling("." + folder.getFileName());
        try {
            // A kill meanwhile leaves a folder that is known to be nobody's any more.
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(aside);
        } catch (IOException notMoved) {
            FileTree.delete(folder);
        }
    }
}
