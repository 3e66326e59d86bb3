package dev.versus.environment.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.image.DockerEngine;
import dev.versus.linux.Proc;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A Docker engine of a test's own, beside the machine's, that the test may kill. It has one small image, {@value #IMAGE}. */
final class OwnEngine {

    static final String IMAGE = "versus-test/sleep:1";

    private final Path folder;
    private final Path log;
    private Process process;

    private OwnEngine(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("dockerd.log");
        this.process = start();
    }

    /** Starts one, or skips the test and says why. */
    static OwnEngine in(Path folder) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: an engine of its own needs root");
        assumeTrue(
                Stream.of("/usr/sbin/dockerd", "/usr/bin/dockerd").anyMatch(path -> Files.isExecutable(Path.of(path))),
                "SKIPPED, for dockerd is not installed: ./versus provision docker");
        var engine = new OwnEngine(folder);
        engine.awaitAnswer();
        engine.importImage();
        return engine;
    }

    private Process start() throws IOException {
        // In a network namespace of its own: an engine without a bridge removes the one that it finds, which is the
        // machine's.
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "dockerd"));
        command.addAll(List.of("--host", String.valueOf(address())));
        command.addAll(List.of("--data-root", folder.resolve("data").toString()));
        command.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
        command.addAll(List.of("--bridge", "none", "--iptables=false", "--ip-masq=false", "--storage-driver", "vfs"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private URI address() {
        return URI.create("unix://" + folder.resolve("docker.sock"));
    }

    DockerEngine engine() {
        return DockerEngine.at(address());
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (engine().look().answers()) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the engine did not come up: " + Files.readString(log));
    }

    /** The host's own sleep with the libraries that it needs. */
    private void importImage() throws IOException, InterruptedException {
        String script = "cd / && tar -chf - bin/sleep $(ldd /bin/sleep | grep -o '/[^ ]*' | sed 's|^/||')"
                + " | docker --host " + address() + " import - " + IMAGE;
        Process imported = new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!imported.waitFor(60, TimeUnit.SECONDS) || imported.exitValue() != 0) {
            throw new AssertionError("no image: " + Files.readString(log));
        }
    }

    /** As {@code kill -9} of all of it does; what it ran runs on. */
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        killMine(words -> words.get(0).endsWith("containerd"));
        // Whoever nobody has buried yet would be taken for alive by its number.
        Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
    }

    /** Halts it where it is: the kernel goes on to accept connections to it, and nothing is answered. */
    void halt() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
        awaitAnswer();
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-s", name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("no " + name + " for process " + process.pid());
        }
    }

    void startAgain() throws IOException, InterruptedException {
        process = start();
        awaitAnswer();
    }

    /** Ends it with all that it has started, and unmounts what it left mounted. */
    void end() throws IOException, InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        killMine(words -> true);
        String mounts = Files.readString(Path.of("/proc/self/mounts"));
        Arrays.stream(mounts.split("\n", -1))
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 1)
                .map(fields -> fields[1])
                .filter(point -> point.startsWith(folder.toString()))
                .sorted(Comparator.reverseOrder())
                .forEach(OwnEngine::unmount);
    }

    /** A killed engine leaves what it had started; the command lines of those name this engine's own folder. */
    private void killMine(Predicate<List<String>> which) {
        ProcessHandle.allProcesses()
                .filter(one -> isMine(Proc.ofThisHost().words(one.pid(), "cmdline"), which))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isMine(List<String> words, Predicate<List<String>> which) {
        return words.stream().anyMatch(word -> word.startsWith(folder.toString())) && which.test(words);
    }

    private static void unmount(String point) {
        try {
            new ProcessBuilder("umount", "-l", point).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException left) {
            throw new AssertionError(left);
        }
    }
}
