package dev.versus.environment.namespace;

import dev.versus.FileTree;
import dev.versus.OwnFolder;
import dev.versus.ShortCommand;
import dev.versus.environment.Made;
import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Remover of mounts in a run's folder of volumes. A name is the path of the place. */
public final class MountRemover extends Remover {

    private static final String KIND = "mount";
    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    static List<Made> made(Collection<Path> places) {
        return places.stream().map(place -> new Made(KIND, place.toString())).toList();
    }

    /** Returns the path of a program for administrators, or its name where it is not found. */
    static String program(String name) {
        return Programs.ofAdministrator(name).map(Path::toString).orElse(name);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        Path place = Path.of(name);
        Path folder = place.resolveSibling("");
        return place.isAbsolute()
                && place.equals(place.normalize())
                && folder.endsWith(Path.of("run-" + run, Bundle.VOLUMES))
                && (!isMounted(place) || OwnFolder.objection(folder).isEmpty());
    }

    @Override
    protected boolean removeAll(List<String> names) {
        List<Path> there =
                names.stream().map(Path::of).filter(MountRemover::isMounted).toList();
        there.forEach(MountRemover::remove);
        return there.stream().noneMatch(MountRemover::isMounted);
    }

    /**
     * Empties and unmounts a file system. It is emptied because another mount namespace, made while it was there, may keep it and its
     * memory.
     */
    private static void remove(Path place) {
        Stream.ofNullable(place.toFile().listFiles())
                .flatMap(Arrays::stream)
                .forEach(entry -> FileTree.delete(entry.toPath()));
        var unused = ShortCommand.succeeds(program("umount"), "--lazy", place.toString());
    }

    /** Tells whether something is mounted at a path, which this file shows with its blanks and backslashes in octal digits. */
    private static boolean isMounted(Path place) {
        String shown = place.toString().replace("\\", "\\134").replace(" ", "\\040");
        try (Stream<String> mounts = Files.lines(MOUNTS)) {
            return mounts.anyMatch(line -> line.split(" ", -1)[1].equals(shown));
        } catch (IOException none) {
            return false;
        }
    }
}
