package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Root file system of an untrusted image. Its links are resolved inside it, as if it were the root.
 *
 * @param folder its place on this host; nobody writes to it
 */
record ImageRoot(Path folder) {

    /** The number of links that the kernel follows in one path. Source: path_resolution(7). */
    private static final int MOST_LINKS = 40;

    private static final long LARGEST_FILE = 1 << 20;

    /**
     * Returns the place of an image's path on this host, which is always inside the image and need not exist.
     *
     * @throws IOException if more than 40 links have to be followed
     */
    Path resolve(String path) throws IOException {
        Deque<String> left = new ArrayDeque<>(names(path));
        Path at = folder;
        int links = 0;
        while (!left.isEmpty()) {
            String name = left.pop();
            Path next = name.equals("..") ? above(at) : at.resolve(name);
            if (!Files.isSymbolicLink(next)) {
                at = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                throw new IOException(path + " leads through more than " + MOST_LINKS + " links");
            }
            String target = Files.readSymbolicLink(next).toString();
            at = target.startsWith("/") ? folder : at;
            List<String> names = names(target);
            Collections.reverse(names);
            names.forEach(left::push);
        }
        return at;
    }

    private Path above(Path at) {
        Path above = at.getParent();
        return above == null || at.equals(folder) ? folder : above;
    }

    private static List<String> names(String path) {
        return new ArrayList<>(Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList());
    }

    /**
     * Returns the text of a file; empty if the image has no such file.
     *
     * @throws InvalidInput if it is larger than 1 MiB, which no file that is read here needs
     */
    String text(String path) {
        try {
            Path file = resolve(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return "";
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new InvalidInput("The file " + path + " of the image in " + folder + " has " + Files.size(file)
                        + " bytes: expected " + LARGEST_FILE + " at most; make it smaller in the image.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
