package dev.versus.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.build.PythonPackages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that each system in Python brings, run with what its {@code requirements-dev.txt} pins. */
class PythonChecksIT {

    private static final Path SERVICES = Path.of("services");
    private static final String PINNED = "requirements-dev.txt";

    @TempDir
    Path cache;

    static Stream<Arguments> checks() throws Exception {
        try (Stream<Path> systems = Files.list(SERVICES)) {
            return systems.filter(system -> Files.exists(system.resolve(PINNED))).sorted().toList().stream()
                    .flatMap(PythonChecksIT::checksOf);
        }
    }

    private static Stream<Arguments> checksOf(Path system) {
        return Stream.of(
                        "ruff check --no-cache .",
                        "ruff format --check --no-cache .",
                        "mypy --cache-dir CACHE",
                        "pytest -q")
                .map(check -> Arguments.of(system, check));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("checks")
    void theChecksOfASystemPass(Path system, String check) throws Exception {
        Optional<PythonPackages> packages = PythonPackages.pinnedBy(system.resolve(PINNED));
        assumeTrue(packages.isPresent(), "skipped: python3 is not on the PATH");
        packages.get().install();

        var command = new ArrayList<>(List.of(packages.get().python().toString(), "-B", "-m"));
        command.addAll(List.of(check.replace("CACHE", cache.toString()).split(" ", -1)));
        File output = cache.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .directory(system.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
    }
}
