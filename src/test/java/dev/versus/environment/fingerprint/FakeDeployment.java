package dev.versus.environment.fingerprint;

import dev.versus.environment.Deployment;
import dev.versus.environment.Health;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Reach;
import dev.versus.environment.RunId;
import dev.versus.environment.RunningService;
import dev.versus.linux.FakeHost;
import dev.versus.system.SystemDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A deployment that gives recorded answers, and remembers what it was asked. */
final class FakeDeployment implements Deployment {

    static final long PID = 20;

    private final FakeHost host;
    private final Map<String, String> answers = new HashMap<>();
    private final List<List<String>> asked = new ArrayList<>();
    private List<String> commandLine = List.of();

    FakeDeployment(FakeHost host) {
        this.host = host;
    }

    /** The program of the only replica, as {@code /proc} shows it. */
    FakeDeployment running(String executable, String... command) {
        commandLine = List.of(command);
        return link("exe", executable).file("cmdline", String.join("\0", command) + "\0");
    }

    FakeDeployment file(String name, String text) {
        host.write("proc/" + PID + "/" + name, text);
        return this;
    }

    FakeDeployment link(String name, String target) {
        host.link(PID, name, target);
        return this;
    }

    /** What it answers to a command that has this word in it. */
    FakeDeployment answering(String word, String answer) {
        answers.put(word, answer);
        return this;
    }

    Inspected inspected() {
        return Inspected.of(this, services().get(0), host.proc());
    }

    List<List<String>> asked() {
        return asked;
    }

    @Override
    public SystemDefinition system() {
        return new SystemDefinition("shop", null, List.of(), List.of(), List.of(), Path.of("."));
    }

    @Override
    public RunId run() {
        return new RunId("a1b2c3d4");
    }

    @Override
    public List<RunningService> services() {
        return List.of(new RunningService(
                "web",
                1,
                null,
                Optional.of(new ProcessIdentity(PID, "1@a")),
                Path.of("web.log"),
                commandLine,
                Instant.EPOCH));
    }

    @Override
    public List<URI> addresses(String service, Reach reach) {
        return List.of();
    }

    @Override
    public Health health(RunningService replica) {
        return new Health(true, "runs");
    }

    @Override
    public Optional<String> end(RunningService replica) {
        return Optional.empty();
    }

    @Override
    public void restart(String service) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> traits(RunningService replica) {
        return Map.of();
    }

    @Override
    public List<String> inThePath(String service, Reach reach) {
        return List.of();
    }

    @Override
    public List<ProcessHandle> forwarders() {
        return List.of();
    }

    @Override
    public Optional<String> ask(RunningService replica, List<String> command) {
        asked.add(command);
        return answers.entrySet().stream()
                .filter(answer -> command.stream().anyMatch(word -> word.contains(answer.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public Path logs() {
        return Path.of(".");
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
