package dev.versus.environment;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Class path of this JVM as real entries. Build tools start it with one jar that holds only a manifest; its entries are resolved. */
public final class HarnessClassPath {

    private HarnessClassPath() {}

    /**
     * Returns the variable {@code <SYSTEM>_CLASSPATH}, for the Compose files of a system whose Java services are on the harness's class
     * path.
     */
    public static Map<String, String> variables(String system) {
        return Map.of(system.toUpperCase(Locale.ROOT).replace('-', '_') + "_CLASSPATH", text());
    }

    /** Returns the entries as absolute paths, joined by the path separator of this operating system. */
    public static String text() {
        return resolve(System.getProperty("java.class.path", ""));
    }

    static String resolve(String classPath) {
        Set<Path> entries = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .flatMap(HarnessClassPath::entries)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> entries(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return Stream.of(entry);
        }
        try (var jar = new JarFile(entry.toFile())) {
            boolean onlyManifest =
                    jar.stream().allMatch(inside -> inside.getName().startsWith("META-INF/"));
            return onlyManifest ? named(jar.getManifest(), entry).stream() : Stream.of(entry);
        } catch (IOException noJar) {
            return Stream.of(entry);
        }
    }

    private static List<Path> named(Manifest manifest, Path jar) {
        String classPath =
                manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (classPath == null) {
            return List.of(jar);
        }
        URI base = jar.toUri();
        return Arrays.stream(classPath.strip().split("\\s+", -1))
                .map(base::resolve)
                .filter(uri -> "file".equals(uri.getScheme()))
                .map(Path::of)
                .toList();
    }
}
