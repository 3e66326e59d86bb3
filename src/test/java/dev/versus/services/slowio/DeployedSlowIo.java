package dev.versus.services.slowio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.RunningService;
import dev.versus.environment.process.ProcessEnvironment;
import dev.versus.fixture.Launches;
import dev.versus.services.shop.fixture.DeployedShop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A variant of slow-io as its Compose files describe it, as processes of this host; its processes may be broken. */
final class DeployedSlowIo implements AutoCloseable {

    private final Deployment deployment;

    private DeployedSlowIo(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Launches a variant, or the system as it is; skips the test where the machine has no Python. */
    static DeployedSlowIo launch(@Nullable String variant) {
        return launch(variant, new ProcessEnvironment());
    }

    /** The same in an environment; skips the test where this machine lacks what that needs. */
    static DeployedSlowIo launch(@Nullable String variant, Environment environment) {
        assumeTrue(DeployedShop.isOnThePath("python3"), "skipped: python3 is not on the PATH");
        return new DeployedSlowIo(Launches.launch("slow-io", variant, environment));
    }

    /** Whether it has a service. */
    boolean has(String service) {
        return deployment.services().stream()
                .anyMatch(replica -> replica.service().equals(service));
    }

    URI address(String service) {
        return deployment.addresses(service).get(0);
    }

    /** The processes that a service has started: its workers, and Python's own helpers. */
    List<ProcessHandle> workers(String service) {
        return root(service).children().toList();
    }

    private ProcessHandle root(String service) {
        RunningService first = deployment.services().stream()
                .filter(replica -> replica.service().equals(service))
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(first.process().orElseThrow().pid()).orElseThrow();
    }

    private List<ProcessHandle> processes(String service) {
        ProcessHandle root = root(service);
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** Ends one worker as {@code kill -9} does. */
    static void kill(ProcessHandle worker) {
        worker.destroyForcibly();
        worker.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }

    /** Ends a service with all its processes. */
    void kill(String service) {
        processes(service).forEach(DeployedSlowIo::kill);
    }

    /** Stops all processes of a service from running, with their connections open. */
    void freeze(String service) throws Exception {
        signal("-STOP", service);
    }

    /** Lets them run on. */
    void thaw(String service) throws Exception {
        signal("-CONT", service);
    }

    private void signal(String name, String service) throws IOException, InterruptedException {
        List<String> pids =
                processes(service).stream().map(one -> Long.toString(one.pid())).toList();
        Process kill = new ProcessBuilder(
                        Stream.concat(Stream.of("kill", name), pids.stream()).toList())
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("the signal could not be sent");
        }
    }

    /** How many sockets all processes of a service have open. */
    long sockets(String service) throws IOException {
        long sockets = 0;
        for (ProcessHandle process : processes(service)) {
            sockets += OpenSockets.of(process.pid());
        }
        return sockets;
    }

    @Override
    public void close() {
        deployment.close();
    }
}
