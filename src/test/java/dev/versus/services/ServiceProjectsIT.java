package dev.versus.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Maven projects of the systems, each alone in a folder of its own: they compile without a warning, and their tests pass. */
class ServiceProjectsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shop", "slow-io/virtual-threads", "ruler/null-server"})
    void a_project_passes_linters_and_its_tests(String project) throws Exception {
        copy(Path.of(".mvn"), folder.resolve(".mvn"));
        copy(Path.of("services").resolve(project), folder.resolve("project"));
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(
                        Path.of("mvnw").toAbsolutePath().toString(),
                        "-q",
                        "-B",
                        "-ntp",
                        "-Plint",
                        "verify",
                        "-f",
                        "project")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        assertThat(folder.resolve("project/target/app")).isNotEmptyDirectory();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> !path.toString().contains("/target")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
