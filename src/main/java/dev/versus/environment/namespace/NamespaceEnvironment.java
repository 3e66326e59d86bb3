package dev.versus.environment.namespace;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.HarnessClassPath;
import dev.versus.environment.Kept;
import dev.versus.environment.Requirement;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Blueprint;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.Host;
import dev.versus.environment.host.HostNeeds;
import dev.versus.environment.host.HostPrograms;
import dev.versus.environment.host.Omission;
import dev.versus.environment.host.PythonPackages;
import dev.versus.linux.Proc;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts each replica of each service in a network namespace of its own; it needs root, iproute2, nftables and util-linux. */
public final class NamespaceEnvironment implements Environment {

    private final NamespaceOptions options;
    private final Host host;
    private final SecureRandom random = new SecureRandom();

    /** With the defaults of {@link NamespaceOptions}. */
    public NamespaceEnvironment() {
        this(NamespaceOptions.defaults());
    }

    public NamespaceEnvironment(NamespaceOptions options) {
        this.options = options;
        this.host = new Host(options.state(), options.logs());
    }

    @Override
    public String name() {
        return "namespace";
    }

    @Override
    public List<Requirement> requirements() {
        var all = new ArrayList<>(new NamespaceNeeds(Proc.ofThisHost()).all());
        all.addAll(new HostNeeds(options.state()).all());
        return all;
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return HostPrograms.at(service -> List.of(), system).requirements(system);
    }

    @Override
    public List<String> prepare(SystemDefinition system) {
        return Engines.builtIn().prepare(system);
    }

    @Override
    public List<Kept> kept() {
        return Engines.kept();
    }

    @Override
    public Map<String, String> variables(String system) {
        var variables = new HashMap<>(HarnessClassPath.variables(system));
        variables.putAll(PythonPackages.variables(system));
        return variables;
    }

    @Override
    public Deployment launch(SystemDefinition system) {
        host.sweep();
        new NamespaceNeeds(Proc.ofThisHost()).requireRights();
        Tools tools = Tools.ofThisHost();
        TopologyPlan.check(system);
        PythonPackages.install(system);
        RunId id = RunId.random(random);
        Routes routes = Routes.ofThisHost(tools.ip());
        Topology topology = TopologyPlan.of(system, id, routes, random);
        var groups = ReplicaGroups.onThisHost(topology.names().cgroup());
        Path names = options.state().of(id).resolve("hosts");
        var site = new Namespaces(system, new Wiring(topology, tools), groups, names);
        var blueprint = new Blueprint(system, site, HostPrograms.at(site, system), notices(system, topology, groups));
        return host.launch(host.attempt(host.open(id), blueprint.check(name())));
    }

    private List<String> notices(SystemDefinition system, Topology topology, ReplicaGroups groups) {
        var omitted = EnumSet.of(Omission.STORAGE, Omission.CONFINEMENT);
        if (!groups.limit()) {
            omitted.add(Omission.LIMITS);
        }
        var notices = new ArrayList<>(Omission.notices(name(), system, omitted));
        boolean asked = topology.bridges().stream().anyMatch(bridge -> !bridge.internal());
        if (asked && !topology.leadsOut()) {
            notices.add(
                    "Networks that are not internal have no way out, because this host forwards no packets or has no"
                            + " default route: sysctl -w net.ipv4.ip_forward=1.");
        }
        return notices;
    }
}
