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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one launch has written down of itself: who owns it, every process with its intention, recorded before the process starts,
 * and everything else that it makes, recorded before it is made. {@link Leftovers} reads it when the owner was killed.
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

    /** Writes down what is about to be made; it is made only after this returns. */
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

    /** Who opened the run, or nothing where the file says nothing that can be read. */
    Optional<ProcessIdentity> owner() {
        try {
            return ProcessIdentity.read(OwnFile.text(folder.resolve(OWNER)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The processes that were recorded, in the order of their start; a line that was cut off is left out. */
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

    /** What was written down as made, in its order; it need not exist. A line that was cut off was never made. */
    List<Made> made() {
        return journal().stream()
                .filter(line -> line.startsWith(MAKING))
                .map(line -> line.substring(MAKING.length()).split(" ", 2))
                .filter(words -> words.length == 2 && Made.isOne(words[0], words[1]))
                .map(words -> new Made(words[0], words[1]))
                .toList();
    }

    /** The lines that were written whole. */
    private List<String> journal() {
        try {
            String text = OwnFile.text(folder.resolve(JOURNAL));
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Deletes everything that the run had written. */
    public void delete() {
        FileTree.delete(folder);
    }
}
