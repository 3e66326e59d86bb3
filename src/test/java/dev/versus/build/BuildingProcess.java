package dev.versus.build;

import dev.versus.CacheFolder;
import dev.versus.system.Build;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;

/** A JVM of its own that builds what is in a folder, and may be killed. */
final class BuildingProcess {

    private BuildingProcess() {}

    /** Starts it; what it says goes to a file. */
    static Process start(Path context, Path cache, Path output) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-D" + CacheFolder.PROPERTY + "=" + cache,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildingProcess.class.getName(),
                        context.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
    }

    public static void main(String[] arguments) {
        var build = new Build(Path.of(arguments[0]), null, Map.of(), null);
        new Builds(System.out::println).make(ServiceBuild.of(build).orElseThrow(), "it");
    }
}
