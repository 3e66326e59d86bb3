package dev.versus.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.build.OnPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of each Go module of the systems: its format, what vet and staticcheck find, and its tests with the race detector. */
class GoChecksIT {

    private static final Path SERVICES = Path.of("services");

    /** From Go 1.21 on, an older version than a module asks for fetches that one. */
    private static final int OLDEST_MINOR = 21;

    @TempDir
    Path folder;

    static Stream<Arguments> checks() throws Exception {
        try (Stream<Path> files = Files.find(SERVICES, 3, (path, about) -> path.endsWith("go.mod"))) {
            return files.map(Path::getParent).sorted().toList().stream().flatMap(GoChecksIT::checksOf);
        }
    }

    private static Stream<Arguments> checksOf(Path module) {
        return Stream.of("gofmt -l .", "go vet ./...", "go tool staticcheck ./...", "go test -race ./...")
                .map(check -> Arguments.of(module, check));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("checks")
    void the_checks_of_a_module_pass(Path module, String check) throws Exception {
        requireGo();
        assumeTrue(
                !check.contains("-race") || OnPath.find("gcc").isPresent(),
                "skipped: gcc, which the race detector needs, is not on the PATH");
        Result result = run(module, List.of(check.split(" ", -1)));
        assertThat(result.exit()).as(result.output()).isZero();
        if (check.startsWith("gofmt")) {
            assertThat(result.output()).isEmpty();
        }
    }

    private void requireGo() throws Exception {
        assumeTrue(OnPath.find("go").isPresent(), "skipped: go is not on the PATH");
        String version = run(folder, List.of("go", "version")).output();
        Matcher minor = Pattern.compile("go1\\.(\\d+)").matcher(version);
        assumeTrue(
                minor.find() && Integer.parseInt(minor.group(1)) >= OLDEST_MINOR,
                "skipped: Go 1.21 or newer is needed, not " + version);
    }

    private record Result(int exit, String output) {}

    private Result run(Path in, List<String> command) throws Exception {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("CGO_ENABLED", "1"));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }
}
