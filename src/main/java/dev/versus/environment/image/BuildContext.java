package dev.versus.environment.image;

import dev.versus.InvalidInput;
import dev.versus.system.Build;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Files from which an image is built: those of the context's folder without the files that {@code .dockerignore} excludes, and the
 * products of toolchains.
 *
 * @param dockerfile its Dockerfile, unchanged
 * @param files by their path, without the Dockerfile
 */
record BuildContext(Dockerfile dockerfile, SortedMap<String, ContextFile> files) {

    /** The name of the Dockerfile in the archive, whatever its name in the folder is. */
    static final String DOCKERFILE = ".versus/Dockerfile";

    /**
     * Reads the folder.
     *
     * @throws InvalidInput if there is no Dockerfile, or a file cannot be read
     */
    static BuildContext of(Build build) {
        return of(build, Map.of());
    }

    /**
     * Reads the folder, with other files or folders in the place of those of their names.
     *
     * @param products what a toolchain has made for the image, by its path in the folder
     */
    static BuildContext of(Build build, Map<String, Path> products) {
        String name = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
        Path file = build.context().resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("There is no " + file
                    + " to build an image from; write one, or name another under 'build: dockerfile'.");
        }
        try {
            IgnoreRules rules = IgnoreRules.of(build.context(), name);
            SortedMap<String, ContextFile> files = new TreeMap<>();
            addAll(build.context(), "", rules::ignore, files);
            for (Map.Entry<String, Path> product : products.entrySet()) {
                files.keySet().removeIf(path -> path.startsWith(product.getKey() + "/"));
                addAll(product.getValue(), product.getKey(), path -> false, files);
            }
            return new BuildContext(new Dockerfile(Files.readString(file)), files);
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    "The folder " + build.context() + ", from which an image is built, cannot be read: "
                            + unreadable.getMessage() + ".",
                    unreadable);
        }
    }

    /** Adds the files of a folder, or one file, under a path of the context. */
    private static void addAll(Path from, String under, Predicate<String> ignored, Map<String, ContextFile> files)
            throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted(Comparator.comparing(Path::toString)).toList()) {
                String name = Path.of(under)
                        .resolve(from.relativize(path))
                        .normalize()
                        .toString()
                        .replace('\\', '/');
                boolean content = Files.isRegularFile(path) || Files.isSymbolicLink(path);
                if (content && !ignored.test(name)) {
                    files.put(name, ContextFile.of(name, path));
                }
            }
        }
    }

    /** Returns this context with another Dockerfile and with more files. */
    BuildContext with(Dockerfile other, Map<String, byte[]> more) {
        SortedMap<String, ContextFile> all = new TreeMap<>(files);
        more.forEach((name, content) -> all.put(name, ContextFile.of(name, content)));
        return new BuildContext(other, all);
    }

    /** Writes the context as a tar archive. Equal contexts give equal bytes. */
    void write(OutputStream out) throws IOException {
        Map<String, ContextFile> all = new LinkedHashMap<>(files);
        all.put(DOCKERFILE, ContextFile.of(DOCKERFILE, dockerfile.text().getBytes(StandardCharsets.UTF_8)));
        try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (ContextFile file : all.values()) {
                file.write(tar);
            }
        }
    }
}
