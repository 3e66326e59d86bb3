package dev.versus.revision;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses folders of which a part is kept outside the repository: by submodules or by Git LFS. Without it, other sources would run. */
final class ForeignStorage {

    /** The beginning of a pointer file. Source: Git LFS specification, "The Pointer". */
    private static final byte[] POINTER =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private static final int LARGEST_POINTER = 1024;

    private ForeignStorage() {}

    static void refuse(List<String> submodules, Path folder, Revision revision) throws IOException {
        if (!submodules.isEmpty()) {
            throw new InvalidInput("At the revision '" + revision + "', " + submodules.get(0)
                    + " is a submodule, whose files another repository holds: move it out of the system's folder.");
        }
        Optional<Path> pointer = pointer(folder);
        if (pointer.isPresent()) {
            throw new InvalidInput("At the revision '" + revision + "', " + folder.relativize(pointer.get())
                    + " is kept by Git LFS, outside the repository: keep it in the repository itself.");
        }
    }

    private static Optional<Path> pointer(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isPointer(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPointer(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_POINTER) {
            return false;
        }
        byte[] content = Files.readAllBytes(file);
        return Arrays.mismatch(content, POINTER) == POINTER.length;
    }
}
