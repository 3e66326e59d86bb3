package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that {@code versus init} writes outside this tree, run with the jar that this build has packaged. */
class OwnProjectIT {

    private static final Path TARGET = Path.of("target");
    private static final long LONGEST_MINUTES = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Puts the library into a repository of its own, as {@code install} would. */
    @BeforeEach
    void install() throws IOException {
        String version = new Version().getVersion()[0].replace("versus ", "");
        Path jar = TARGET.resolve("versus-" + version + ".jar");
        Path pom = TARGET.resolve("versus.pom");
        assumeTrue(Files.exists(jar) && Files.exists(pom), "the library is packaged: run ./mvnw verify");
        // Services do not run as root, and have to reach their files.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path artifact = Files.createDirectories(
                folder.resolve("repository/dev/versus/versus").resolve(version));
        Files.copy(jar, artifact.resolve("versus-" + version + ".jar"));
        Files.copy(pom, artifact.resolve("versus-" + version + ".pom"));
    }

    @Test
    void is_built_and_judged_outside_this_tree() throws Exception {
        Path project = folder.resolve("own project");
        assertThat(CommandLineRun.of("init", project.toString()).exitCode()).isZero();
        Path log = folder.resolve("log");
        Process maven = new ProcessBuilder(command())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(log);
        assertThat(maven.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("CONFIRMED    gate: no request fails")
                .contains("CONFIRMED    gate: keeping the list saves half of the CPU")
                .doesNotContain(Path.of("").toAbsolutePath() + File.separator);
        try (Stream<Path> reports = Files.walk(project.resolve("reports"), 2)) {
            assertThat(reports.map(file -> String.valueOf(file.getFileName())))
                    .contains("rounds.jsonl", "comparison.html");
        }
    }

    private List<String> command() {
        String used = Optional.ofNullable(System.getProperty("localRepository"))
                .orElse(System.getProperty("user.home") + "/.m2/repository");
        String further = System.getProperty("maven.repo.local.tail", "");
        return List.of(
                Path.of("mvnw").toAbsolutePath().toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dmaven.repo.local.tail=" + used + (further.isEmpty() ? "" : "," + further),
                "gatling:test",
                "-Dversus.rounds=6",
                "-Dversus.state=" + folder.resolve("state"));
    }
}
