package dev.versus.environment.process;

import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Environment;
import dev.versus.environment.Ports;
import dev.versus.environment.host.Attempt;
import dev.versus.environment.host.Blueprint;
import dev.versus.environment.host.ContainerPorts;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.HarnessClassPath;
import dev.versus.environment.host.Host;
import dev.versus.environment.host.HostPrograms;
import dev.versus.system.SystemDefinition;
import java.security.SecureRandom;
import java.util.Map;

/** Starts each replica of each service as a process of this host; it needs a JDK and nothing else. */
public final class ProcessEnvironment implements Environment {

    private final ProcessOptions options;
    private final Host host;
    private final SecureRandom random = new SecureRandom();

    /** With the defaults of {@link ProcessOptions}. */
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

    @Override
    public Map<String, String> variables(String system) {
        return HarnessClassPath.variables(system);
    }

    @Override
    public Deployment launch(SystemDefinition system) {
        host.sweep();
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
        var containerPorts = new ContainerPorts(system, Engines.builtIn());
        var assignment = Assignment.of(system, containerPorts, options.fixedPorts(), new Ports(random));
        var site = new Loopback(assignment);
        var blueprint = new Blueprint(system, site, HostPrograms.at(site, system), Notices.of(system)).check(name());
        new FixedPorts(options.fixedPorts()).requireFree(system);
        return host.attempt(host.open(random), blueprint);
    }
}
