package dev.versus.environment.process;

import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Environment;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Leftovers;
import dev.versus.environment.Pace;
import dev.versus.environment.Ports;
import dev.versus.environment.Reaper;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateUnusable;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Starts each replica of each service as a process of this host; it needs a JDK and nothing else. */
public final class ProcessEnvironment implements Environment {

    private final ProcessOptions options;
    private final HostProcesses processes = new HostProcesses();
    private final Pace pace = Pace.real();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Engines engines = Engines.builtIn();
    private final Reaper reaper = new Reaper(processes, pace);

    /** With the defaults of {@link ProcessOptions}. */
    public ProcessEnvironment() {
        this(ProcessOptions.defaults());
    }

    public ProcessEnvironment(ProcessOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "process";
    }

    /** {@code <SYSTEM>_CLASSPATH}: the class path of this JVM, for services in Java that stand beside the harness. */
    @Override
    public Map<String, String> variables(String system) {
        String prefix = system.toUpperCase(Locale.ROOT).replace('-', '_');
        return Map.of(prefix + "_CLASSPATH", HarnessClassPath.text());
    }

    @Override
    public Deployment launch(SystemDefinition system) {
        new Leftovers(options.state(), processes, reaper, clock).sweep();
        Attempt first = attempt(check(system));
        try {
            return run(first);
        } catch (DeploymentFailed failed) {
            if (!first.lostAPort()) {
                throw failed;
            }
            return run(attempt(check(system)));
        }
    }

    private Blueprint check(SystemDefinition system) {
        var containerPorts = new ContainerPorts(system, engines);
        var assignment = Assignment.of(system, containerPorts, options.fixedPorts(), new Ports(random));
        var blueprint = new Blueprint(system, assignment, engines, pace);
        new Preflight(system, engines, options.fixedPorts()).check(blueprint.commands());
        return blueprint;
    }

    private Attempt attempt(Blueprint blueprint) {
        Run run = Run.open(options.state(), RunId.random(random), processes.self());
        try {
            var starter = new Starter(run, logs(run), processes, clock);
            return new Attempt(blueprint, starter, new Fleet(run, reaper));
        } catch (RuntimeException failed) {
            run.delete();
            throw failed;
        }
    }

    private Deployment run(Attempt attempt) {
        return attempt.run(options.state().failureOf(attempt.id()));
    }

    private Path logs(Run run) {
        Path logs = options.logs();
        if (logs == null) {
            return run.logs();
        }
        try {
            return Files.createDirectories(logs);
        } catch (IOException unusable) {
            throw new StateUnusable(logs, unusable);
        }
    }
}
