package dev.versus.environment.host;

import dev.versus.environment.Reach;
import dev.versus.environment.Run;
import dev.versus.system.Limits;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site where each replica has cgroups of its own, without limits: so its use is counted as that of a container is, and the scheduler
 * gives it what it gives a container beside it.
 */
public record InCgroups(SystemDefinition system, Site site, ReplicaGroups groups) implements Site {

    private static final Limits NONE = new Limits(null, null);

    /**
     * The site in cgroups where there are any that this user may make, else as it is. So is a system that asks for the right to a
     * real-time class ({@code cap_add: [SYS_NICE]}), which kernels may keep from new cgroups (CONFIG_RT_GROUP_SCHED).
     */
    public static Site where(SystemDefinition system, Site site, Run run) {
        var groups = ReplicaGroups.of(run.id());
        return groups.canBeMade() && !isInRealTime(system) ? new InCgroups(system, site, groups) : site;
    }

    private static boolean isInRealTime(SystemDefinition system) {
        return system.services().stream()
                .flatMap(service -> service.confinement().capAdd().stream())
                .anyMatch(capability -> capability.endsWith("SYS_NICE"));
    }

    @Override
    public List<Replica> replicas(ServiceDefinition service) {
        return site.replicas(service);
    }

    @Override
    public void stand(Run run) throws IOException {
        List<String> names = system.services().stream()
                .flatMap(service -> replicas(service).stream())
                .map(Replica::name)
                .toList();
        run.recordMaking(groups.made(names));
        for (String name : names) {
            groups.make(name, NONE);
        }
        site.stand(run);
    }

    @Override
    public List<String> words(Replica replica, List<String> words) {
        return site.words(replica, words);
    }

    @Override
    public Map<String, String> variables(Replica replica, Map<String, String> variables) {
        return site.variables(replica, variables);
    }

    @Override
    public List<String> inside(Replica replica, List<String> command) {
        return joined(replica, site.inside(replica, command));
    }

    @Override
    public List<String> beside(Replica replica, List<String> command) {
        return joined(replica, site.beside(replica, command));
    }

    private List<String> joined(Replica replica, List<String> command) {
        var joined = new ArrayList<>(groups.joining(replica.name()));
        joined.addAll(command);
        return joined;
    }

    @Override
    public Optional<URI> seenFromHere(Replica replica, URI address) {
        return site.seenFromHere(replica, address);
    }

    @Override
    public Map<String, String> traits(Replica replica) {
        return site.traits(replica);
    }

    @Override
    public boolean offers(Reach reach) {
        return site.offers(reach);
    }
}
