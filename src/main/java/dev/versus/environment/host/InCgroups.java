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
import java.util.OptionalLong;

/**
 * Site that gives each replica its own cgroups, without limits. So its use of CPU and memory is counted like that of a container, and the
 * scheduler treats both alike. A service that asks for real-time scheduling gets none.
 */
public record InCgroups(SystemDefinition system, Site site, ReplicaGroups groups) implements Site {

    private static final Limits NONE = new Limits(null, null);

    /** Returns the site with cgroups if this user may make them here, else the site unchanged. */
    public static Site where(SystemDefinition system, Site site, Run run) {
        var groups = ReplicaGroups.of(run.id());
        return groups.canBeMade() ? new InCgroups(system, site, groups) : site;
    }

    @Override
    public List<Replica> replicas(ServiceDefinition service) {
        return site.replicas(service);
    }

    @Override
    public void stand(Run run) throws IOException {
        List<String> names = system.services().stream()
                .filter(InCgroups::hasSome)
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

    @Override
    public OptionalLong program(Replica replica) {
        return site.program(replica);
    }

    private List<String> joined(Replica replica, List<String> command) {
        if (!hasSome(replica.service())) {
            return command;
        }
        var joined = new ArrayList<>(groups.joining(replica.name()));
        joined.addAll(command);
        return joined;
    }

    /** Tells whether a service gets cgroups. Kernels may deny real-time scheduling in new cgroups (CONFIG_RT_GROUP_SCHED). */
    private static boolean hasSome(ServiceDefinition service) {
        return !service.confinement().asksForRealTime();
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
