package dev.versus.build;

import dev.versus.OwnFolder;
import dev.versus.ThisUser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folders of the PATH, for root without those where another user could place a program that root would run. */
public final class BelievedPath {

    /** The believed folders of this JVM's PATH, separated as there. */
    static final String OF_THIS_JVM = of(System.getenv().getOrDefault("PATH", ""));

    private BelievedPath() {}

    static String of(String path) {
        return ThisUser.INSTANCE.isRoot()
                ? Arrays.stream(path.split(File.pathSeparator, -1))
                        .flatMap(entry -> believed(Path.of(entry)).stream())
                        .map(Path::toString)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator))
                : path;
    }

    /** Tells of the folders of a PATH that are not believed, in brackets; empty if there are none. */
    static String leftOut(@Nullable String path) {
        String left = Arrays.stream(String.valueOf(path).split(File.pathSeparator, -1))
                .filter(entry -> ThisUser.INSTANCE.isRoot() && Files.isDirectory(Path.of(entry)))
                .filter(entry -> believed(Path.of(entry)).isEmpty())
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : " (not searched, because other users can change them: " + left + ")";
    }

    /** Returns the folder behind all links. */
    private static Optional<Path> believed(Path folder) {
        try {
            Path real = folder.toRealPath();
            return Optional.of(real).filter(one -> folder.isAbsolute() && isPlaceOfRoot(one.resolve("program")));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Tells whether a file is a program that this user may run; for root, one that no other user could have replaced. */
    public static boolean isProgram(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.isExecutable(file)
                    && (!ThisUser.INSTANCE.isRoot() || isPlaceOfRoot(file.toRealPath()));
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isPlaceOfRoot(Path real) {
        return OwnFolder.objectionToPlace(real).isEmpty();
    }
}
