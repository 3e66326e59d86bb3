package dev.versus.environment.process;

import dev.versus.Kept;
import dev.versus.UnfinishedFolders;
import dev.versus.build.Builds;
import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Environment;
import dev.versus.environment.Launch;
import dev.versus.environment.Launcher;
import dev.versus.environment.Ports;
import dev.versus.environment.Requirement;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.HostNeeds;
import dev.versus.environment.host.HostPlan;
import dev.versus.environment.host.HostPrograms;
import dev.versus.environment.host.HostRuntime;
import dev.versus.environment.host.Loopback;
import dev.versus.environment.host.OmittedFeature;
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
    private final Launcher launcher;
    private final SecureRandom random = new SecureRandom();

    /** Makes the environment with the defaults of {@link ProcessOptions}. */
    public ProcessEnvironment() {
        this(ProcessOptions.defaults());
    }

    public ProcessEnvironment(ProcessOptions options) {
        this.options = options;
        this.launcher = new Launcher(options.state(), options.logs());
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
            all = all.with(option.getKey(), option.getValue());
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
    public void prepare(SystemDefinition system, Consumer<String> progress) {
        HostPrograms.prepare(system, progress);
    }

    @Override
    public List<Kept> kept() {
        return Engines.kept();
    }

    @Override
    public Deployment launch(SystemDefinition described, Consumer<String> progress) {
        UnfinishedFolders.inCache().remove();
        launcher.sweep();
        SystemDefinition system = new Builds(progress).of(described);
        Launch<?> first = prepared(system);
        try {
            return first.run();
        } catch (DeploymentFailed failed) {
            if (!first.lostAPort()) {
                throw failed;
            }
            return prepared(system).run();
        }
    }

    private Launch<?> prepared(SystemDefinition described) {
        return launcher.prepare(
                described,
                (system, logs) -> new HostRuntime(plan(system, logs.run().id()), logs));
    }

    private HostPlan plan(SystemDefinition system, RunId run) {
        var site = Loopback.of(system, options.fixedPorts(), random);
        var programs = HostPrograms.at(site, system);
        var plan = new HostPlan(system, site, programs, notices(system)).check(name());
        Ports.requireFree(system, options.fixedPorts());
        return plan.on(site.inCgroups(run));
    }

    private List<String> notices(SystemDefinition system) {
        var omitted = EnumSet.of(
                OmittedFeature.LIMITS, OmittedFeature.NETWORKS, OmittedFeature.SHARED_MEMORY, OmittedFeature.RESTARTS);
        omitted.addAll(OmittedFeature.ofHostPrograms());
        return OmittedFeature.notices(name(), system, omitted);
    }
}
