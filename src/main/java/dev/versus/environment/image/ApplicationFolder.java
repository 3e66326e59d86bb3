package dev.versus.environment.image;

import dev.versus.environment.HarnessClassPath;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Folder {@code app/} of a build context, for a system whose Java services are on the harness's class path. It holds their classes in one
 * jar, and the libraries of the Maven groups that {@code app.libraries} lists, one per line. They come from the class path of this JVM. An
 * existing folder {@code app/} is used unchanged.
 */
final class ApplicationFolder {

    private static final String LIBRARIES = "app.libraries";
    private static final String FOLDER = "app/";
    private static final String SERVICES = "dev/versus/services/";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ApplicationFolder() {}

    /** Returns the files by their path; none if the context lists no libraries, or has an {@code app/} already. */
    static Map<String, ContextFile> of(Path context) throws IOException {
        Path named = context.resolve(LIBRARIES);
        Map<String, ContextFile> files = new TreeMap<>();
        if (!Files.isRegularFile(named) || Files.isDirectory(context.resolve(FOLDER))) {
            return files;
        }
        List<String> groups = Files.readAllLines(named).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        for (String entry : HarnessClassPath.text().split(File.pathSeparator, -1)) {
            add(Path.of(entry), groups, files);
        }
        byte[] classes = classesOf(packageOf(context));
        files.put(FOLDER + "services.jar", ContextFile.of(FOLDER + "services.jar", classes));
        return files;
    }

    private static void add(Path entry, List<String> groups, Map<String, ContextFile> files) throws IOException {
        if (Files.isRegularFile(entry) && groups.stream().anyMatch(group -> isOf(group, entry))) {
            String name = FOLDER + entry.getFileName();
            files.put(name, ContextFile.of(name, entry));
        }
    }

    /** Tells whether a jar belongs to a Maven group. In a Maven repository its path is {@code <group>/<artifact>/<version>/<jar>}. */
    private static boolean isOf(String group, Path jar) {
        Path folder = jar.toAbsolutePath().resolveSibling("").resolve("../..").normalize();
        return folder.endsWith(Path.of(group.replace('.', '/')));
    }

    /** Returns the last part of the package of a system's services: {@code slowio} for {@code slow-io}. */
    private static String packageOf(Path context) {
        return String.valueOf(context.getFileName()).replace("-", "");
    }

    private static byte[] classesOf(String system) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, Path> file : filesOf(system).entrySet()) {
                JarEntry inside = new JarEntry(file.getKey());
                inside.setTimeLocal(NO_TIME);
                jar.putNextEntry(inside);
                Files.copy(file.getValue(), jar);
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the class files by their names in the jar. Of several files with one name, the first on the class path counts, as in a JVM.
     */
    private static Map<String, Path> filesOf(String system) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String entry : HarnessClassPath.text().split(File.pathSeparator, -1)) {
            Path root = Path.of(entry);
            for (Path file : filesIn(root.resolve(SERVICES + system))) {
                files.putIfAbsent(root.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
