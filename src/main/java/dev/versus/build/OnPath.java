package dev.versus.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Search for programs: first in the newest JDK, then on the PATH; for root without folders that another user could change. */
public final class OnPath {

    private OnPath() {}

    /** Returns the file of a program; nothing if it is not installed. */
    public static Optional<Path> find(String program) {
        return Arrays.stream(Jdk.path().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry ->
                        Stream.of(program, program + ".exe", program + ".cmd").map(Path.of(entry)::resolve))
                .filter(BelievedPath::isProgram)
                .findFirst();
    }
}
