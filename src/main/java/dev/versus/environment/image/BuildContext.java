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
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The files that an image is built from: those of the context's folder that {@code .dockerignore} leaves in, and, for services in Java
 * that stand beside the harness, {@code app/} with their classes and libraries.
 *
 * @param dockerfile its Dockerfile, as it stands there
 * @param files by their path, the Dockerfile not among them
 */
record BuildContext(Dockerfile dockerfile, SortedMap<String, ContextFile> files) {

    /** The Dockerfile's name in what is sent, whatever it is called in the folder. */
    static final String DOCKERFILE = ".versus/Dockerfile";

    /**
     * Reads the folder.
     *
     * @throws InvalidInput if there is no Dockerfile, or something cannot be read
     */
    static BuildContext of(Build build) {
        String name = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
        Path file = build.context().resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("There is no " + file
                    + " to build an image from; write one, or name another under 'build: dockerfile'.");
        }
        try {
            IgnoreRules rules = IgnoreRules.of(build.context(), name);
            SortedMap<String, ContextFile> files = new TreeMap<>(ApplicationFolder.of(build.context()));
            addAll(build.context(), rules, files);
            return new BuildContext(new Dockerfile(Files.readString(file)), files);
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    "The folder " + build.context() + ", from which an image is built, cannot be read: "
                            + unreadable.getMessage() + ".",
                    unreadable);
        }
    }

    private static void addAll(Path context, IgnoreRules rules, Map<String, ContextFile> files) throws IOException {
        try (Stream<Path> all = Files.walk(context)) {
            for (Path path : all.sorted(Comparator.comparing(Path::toString)).toList()) {
                String name = context.relativize(path).toString().replace('\\', '/');
                boolean content = Files.isRegularFile(path) || Files.isSymbolicLink(path);
                if (content && !rules.ignore(name)) {
                    files.put(name, ContextFile.of(name, path));
                }
            }
        }
    }

    /** The same with another Dockerfile, and with more files. */
    BuildContext with(Dockerfile other, Map<String, byte[]> more) {
        SortedMap<String, ContextFile> all = new TreeMap<>(files);
        more.forEach((name, content) -> all.put(name, ContextFile.of(name, content)));
        return new BuildContext(other, all);
    }

    /** Writes all of it as a tar archive; equal contexts give equal bytes. */
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
