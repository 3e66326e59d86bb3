package dev.versus.environment.host;

import dev.versus.FileTree;
import dev.versus.ThisUser;
import dev.versus.environment.Made;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.system.SharedMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Remover of what services leave in the host's {@code /dev/shm} under the name of their deployment: an entry of that name, or one whose
 * name goes on with another character than a letter or digit. Links are never followed, and what belongs to other users stays.
 */
public final class SharedMemoryRemover extends Remover {

    private static final String KIND = "shared-memory";

    private final Path folder;

    /** Makes the remover for this host. */
    public SharedMemoryRemover() {
        this(Path.of(SharedMemory.PATH));
    }

    SharedMemoryRemover(Path folder) {
        this.folder = folder;
    }

    /** Returns what services of a run may make. */
    public static Made made(RunId run) {
        return new Made(KIND, run.project());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return name.equals(run.project());
    }

    @Override
    protected boolean removeAll(List<String> names) {
        names.stream().flatMap(this::entries).forEach(FileTree::delete);
        return names.stream().flatMap(this::entries).findAny().isEmpty();
    }

    private Stream<Path> entries(String project) {
        var named = Pattern.compile(Pattern.quote(project) + "([^a-zA-Z0-9].*)?", Pattern.DOTALL);
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(entry ->
                            named.matcher(String.valueOf(entry.getFileName())).matches())
                    .filter(SharedMemoryRemover::isOwn)
                    .toList()
                    .stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** Tells whether an entry belongs to this user or, if this is root, to a user under which root starts services. */
    private static boolean isOwn(Path entry) {
        try {
            int owner = (Integer) Files.getAttribute(entry, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            return owner == ThisUser.INSTANCE.uid() || (ThisUser.INSTANCE.isRoot() && owner >= FreeUids.FIRST);
        } catch (IOException | UnsupportedOperationException gone) {
            return false;
        }
    }
}
