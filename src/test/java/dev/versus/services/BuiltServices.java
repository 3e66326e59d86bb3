package dev.versus.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Services of this project as Maven builds them, each project once for all tests. */
public final class BuiltServices {

    private static final Map<String, String> CLASS_PATHS = new ConcurrentHashMap<>();

    private BuiltServices() {}

    /** Returns the class path of a project under {@code services/}. */
    public static String classPath(String project) {
        return CLASS_PATHS.computeIfAbsent(project, BuiltServices::build);
    }

    private static String build(String project) {
        Path folder = Path.of("services").resolve(project).toAbsolutePath();
        try {
            Process maven = new ProcessBuilder("./mvnw", "-q", "-B", "-DskipTests", "package", "-f", folder.toString())
                    .inheritIO()
                    .start();
            if (maven.waitFor() != 0) {
                throw new AssertionError(project + " cannot be built");
            }
            return folder.resolve("target/app/*").toString();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(project + " cannot be built", failed);
        }
    }
}
