package dev.versus.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Search for tools on the PATH. */
final class OnPath {

    private OnPath() {}

    /** Returns the file of a tool; nothing if it is not installed. */
    static Optional<Path> find(String tool) {
        return Arrays.stream(Jdk.path().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> Stream.of(tool, tool + ".exe", tool + ".cmd").map(Path.of(entry)::resolve))
                .filter(file -> BelievedPath.isProgram(file))
                .findFirst();
    }
}
