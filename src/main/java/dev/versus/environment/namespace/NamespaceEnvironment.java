package dev.versus.environment.namespace;

import dev.versus.Kept;
import dev.versus.UnfinishedFolders;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Launcher;
import dev.versus.environment.Requirement;
import dev.versus.environment.Run;
import dev.versus.environment.host.Engines;
import dev.versus.environment.host.HostNeeds;
import dev.versus.environment.host.HostPlan;
import dev.versus.environment.host.HostRuntime;
import dev.versus.environment.host.OmittedFeature;
import dev.versus.environment.host.ReplicaGroups;
import dev.versus.environment.image.DockerEngine;
import dev.versus.environment.image.RootFileSystem;
import dev.versus.environment.namespace.NamespaceOptions.RootFs;
import dev.versus.linux.Proc;
import dev.versus.system.SystemDefinition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Environment that starts each replica of each service in a network namespace of its own. It needs root, iproute2, nftables and util-linux,
 * and runc for services with the files of their images.
 */
public final class NamespaceEnvironment implements Environment {

    private final NamespaceOptions options;
    private final Launcher launcher;
    private final SecureRandom random = new SecureRandom();

    /** Makes the environment with the defaults of {@link NamespaceOptions}. */
    public NamespaceEnvironment() {
        this(NamespaceOptions.defaults());
    }

    public NamespaceEnvironment(NamespaceOptions options) {
        this.options = options;
        this.launcher = new Launcher(options.state(), options.logs());
    }

    @Override
    public String name() {
        return "namespace";
    }

    /**
     * Reads the option {@code rootfs}: {@code host} for the files of this host, {@code image} for those of the image that Docker would run.
     */
    @Override
    public Environment with(Map<String, String> more) {
        NamespaceOptions all = options;
        for (Map.Entry<String, String> option : more.entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return new NamespaceEnvironment(all);
    }

    private ProgramSource source() {
        return options.rootfs() == RootFs.IMAGE ? new ImageSource(DockerEngine.ofUser()) : new HostSource();
    }

    @Override
    public List<Requirement> requirements() {
        var all = new ArrayList<>(new NamespaceNeeds(Proc.ofThisHost()).all());
        if (options.rootfs() == RootFs.IMAGE) {
            all.add(Runc.requirement());
        }
        all.addAll(new HostNeeds(options.state()).all());
        return all;
    }

    @Override
    public List<Requirement> requirements(SystemDefinition system) {
        return source().requirements(system);
    }

    @Override
    public void prepare(SystemDefinition system, Consumer<String> progress) {
        source().prepare(system, progress);
    }

    @Override
    public List<Kept> kept() {
        return Stream.concat(Engines.kept().stream(), RootFileSystem.kept().stream())
                .toList();
    }

    @Override
    public Deployment launch(SystemDefinition described, Consumer<String> progress) {
        UnfinishedFolders.inCache().remove();
        launcher.sweep();
        new NamespaceNeeds(Proc.ofThisHost()).requireRights();
        Tools tools = Tools.ofThisHost();
        TopologyPlan.check(described);
        SystemDefinition system = source().built(described, progress);
        return launcher.prepare(system, (deployed, logs) -> new HostRuntime(plan(deployed, logs.run(), tools), logs))
                .run();
    }

    private HostPlan plan(SystemDefinition system, Run run, Tools tools) {
        Path folder = options.state().of(run.id());
        ProgramSource.Supply supply = source().supply(system, run, folder);
        Topology topology = TopologyPlan.of(system, run.id(), Routes.ofThisHost(tools.ip()), random);
        var groups = ReplicaGroups.of(run.id());
        var wiring = new TopologySetup(topology, tools);
        var site = new Namespaces(system, wiring, groups, supply.files(), folder);
        return new HostPlan(system, site, supply.recipes().apply(site), notices(system, topology, groups))
                .check(name());
    }

    private List<String> notices(SystemDefinition system, Topology topology, ReplicaGroups groups) {
        var omitted = source().appliesAll()
                ? EnumSet.noneOf(OmittedFeature.class)
                : EnumSet.copyOf(OmittedFeature.ofHostPrograms());
        omitted.add(OmittedFeature.RESTARTS);
        if (!groups.limit()) {
            omitted.add(OmittedFeature.LIMITS);
        }
        var notices = new ArrayList<>(OmittedFeature.notices(name(), system, omitted));
        boolean asked = topology.bridges().stream().anyMatch(bridge -> !bridge.internal());
        if (asked && !topology.leadsOut()) {
            notices.add(
                    "Networks that are not internal have no way out, because this host forwards no packets or has no"
                            + " default route: sysctl -w net.ipv4.ip_forward=1.");
        }
        return notices;
    }
}
