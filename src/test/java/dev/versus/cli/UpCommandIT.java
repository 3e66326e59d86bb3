package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real system, brought up by the command line in a JVM of its own. */
@Timeout(60)
class UpCommandIT {

    private static final Pattern ADDRESS = Pattern.compile("^null-server-1 (http://\\S+)$", Pattern.MULTILINE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Process up;

    @BeforeEach
    void start() throws IOException {
        up = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dversus.state=" + folder.resolve("state"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "ruler")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.log").toFile())
                .start();
    }

    @AfterEach
    void end() {
        up.destroyForcibly();
    }

    @Test
    void a_system_is_up_until_it_is_asked_to_go() throws Exception {
        URI address = awaitUp();
        assertThat(status(address)).isEqualTo(200);

        up.destroy();

        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThatIOException().isThrownBy(() -> status(address));
    }

    @Test
    void what_a_killed_one_has_left_is_removed_and_told() throws Exception {
        URI address = awaitUp();
        up.destroyForcibly().waitFor();
        assertThat(status(address)).isEqualTo(200);

        CommandLineRun gc =
                CommandLineRun.of("gc", "--state", folder.resolve("state").toString());

        assertThat(gc.exitCode()).as(gc.err()).isZero();
        assertThat(gc.out()).matches("(?s)removed run \\S+: everything that it had made\\R");
        assertThatIOException().isThrownBy(() -> status(address));
    }

    private URI awaitUp() throws IOException, InterruptedException {
        Path log = folder.resolve("up.log");
        while (up.isAlive()) {
            String told = Files.readString(log);
            Matcher address = ADDRESS.matcher(told);
            if (told.contains("ruler is up; Ctrl-C takes it down") && address.find()) {
                return URI.create(address.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it did not come up: " + Files.readString(log));
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve("/health").toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(2_000);
        return connection.getResponseCode();
    }
}
