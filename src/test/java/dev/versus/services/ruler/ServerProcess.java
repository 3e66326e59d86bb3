package dev.versus.services.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.versus.services.BuiltServices;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A null server as a JVM of its own; closing it ends it. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ANNOUNCEMENT = Pattern.compile("null-server listens on .*:(\\d+) \\((\\w+),.*");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one on a free port and waits until it says that it listens. */
    static ServerProcess start() throws IOException {
        Process process = launch(Map.of("HOST", "127.0.0.1", "PORT", "0"));
        String line = output(process).readLine();
        Matcher announcement = ANNOUNCEMENT.matcher(String.valueOf(line));
        if (!announcement.matches()) {
            process.destroyForcibly();
            throw new IOException("the server said: " + line);
        }
        return new ServerProcess(process, Integer.parseInt(announcement.group(1)));
    }

    /** A process with these settings; all that it says comes from its standard output. */
    static Process launch(Map<String, String> settings) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                BuiltServices.classPath("ruler/null-server"),
                "dev.versus.services.ruler.NullServer");
        builder.environment().keySet().removeAll(List.of("HOST", "PORT", "THREADS"));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).start();
    }

    static BufferedReader output(Process process) {
        return process.inputReader(UTF_8);
    }

    int port() {
        return port;
    }

    /** Asks it to end, as an operator does. */
    void terminate() {
        process.destroy();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
