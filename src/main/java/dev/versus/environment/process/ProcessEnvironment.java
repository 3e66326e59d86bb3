package dev.versus.environment.process;

import dev.versus.build.Builds;
import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Environment;
import dev.versus.environment.Kept;
import dev.versus.environment.Requirement;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Attempt;
import dev.versus.environment.host.Blueprint;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.Host;
import dev.versus.environment.host.HostNeeds;
import dev.versus.environment.host.HostPrograms;
import dev.versus.environment.host.InCgroups;
import dev.versus.environment.host.Loopback;
import dev.versus.environment.host.Omission;
import dev.versus.system.SystemDefinition;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Environment that starts each replica of each service as a process of this host. It needs a JDK, and the programs of a system's commands.
 */
public final class ProcessEnvironment implements Environment {

    private final ProcessOptions options;
    private final Host host;
    private final SecureRandom random = new SecureRandom();

    /** Makes the environment with the defaults of {@link ProcessOptions}. */
    public ProcessEnvironment() {
        this(ProcessOptions.defaults());
    }

    public ProcessEnvironment(ProcessOptions options) {
        this.options = options;
        this.host = new Host(options.state(), options.logs());
    }

    @Override
    public String name() {
        return "process";
    }

    /** Reads the option {@code port.<service>}: the port of this host that the service's first replica listens on. */
    @Override
    public Environment with(Map<String, String> more) {
        ProcessOptions all = options;
        for (Map.Entry<String, String> option : more.entrySet()) {
            all = FixedPorts.read(option.getKey(), option.getValue(), all);
        }
        return new ProcessEnvironment(all);
    }

    @Override
    public List<Requirement> requirements() {
        return new HostNeeds(options.state()).all();
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return HostPrograms.requirements(system);
    }

    @Override
    public List<String> prepare(SystemDefinition system, Consumer<String> progress) {
        return HostPrograms.prepare(system, progress);
    }

    @Override
    public List<Kept> kept() {
        return Engines.kept();
    }

    @Override
    public Deployment launch(SystemDefinition described, Consumer<String> progress) {
        host.sweep();
        SystemDefinition system = new Builds(progress).of(described);
        Attempt first = attempt(system);
        try {
            return host.launch(first);
        } catch (DeploymentFailed failed) {
            if (!first.lostAPort()) {
                throw failed;
            }
            return host.launch(attempt(system));
        }
    }

    private Attempt attempt(SystemDefinition system) {
        var site = Loopback.of(system, options.fixedPorts(), random);
        var programs = HostPrograms.at(site, system);
        var plain = new Blueprint(system, site, programs, notices(system)).check(name());
        new FixedPorts(options.fixedPorts()).requireFree(system);
        return host.attempt(RunId.random(random), run -> plain.on(InCgroups.where(system, site, run)));
    }

    private List<String> notices(SystemDefinition system) {
        var omitted = EnumSet.of(Omission.LIMITS, Omission.NETWORKS);
        omitted.addAll(Omission.ofHostPrograms());
        return Omission.notices(name(), system, omitted);
    }
}
