package dev.versus.services;

import dev.versus.build.Builds;
import dev.versus.build.ServiceBuild;
import dev.versus.system.Build;
import java.nio.file.Path;
import java.util.Map;

/** Services of this project as they are built on this host. */
public final class BuiltServices {

    private BuiltServices() {}

    /** Returns the class path of a Maven project under {@code services/}, built if it has changed. */
    public static String classPath(String project) {
        var build = new Build(Path.of("services").resolve(project).toAbsolutePath(), null, Map.of(), null);
        return new Builds(line -> {})
                .make(ServiceBuild.of(build).orElseThrow(), project)
                .resolve("target/app/*")
                .toString();
    }
}
