package dev.versus.environment.host;

import dev.versus.environment.Ports;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.system.Limits;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Site with all replicas on the loopback address. Only their ports differ, so every address in commands and variables is rewritten.
 *
 * @param groups the cgroups of the replicas, without limits, or null for none. With them, a replica's use of CPU and memory is counted like
 *     that of a container, and the scheduler treats both alike. A service that asks for real-time scheduling gets none.
 */
public record Loopback(Assignment assignment, @Nullable ReplicaGroups groups) implements Site {

    private static final Limits NO_LIMITS = new Limits(null, null);

    /**
     * Assigns ports to each replica.
     *
     * @param fixed by service: the port for the first port of its first replica, instead of a free one
     */
    public static Loopback of(SystemDefinition system, Map<String, Integer> fixed, RandomGenerator random) {
        var containerPorts = new ContainerPorts(system, Engines.builtIn());
        return new Loopback(Assignment.of(system, containerPorts, fixed, new Ports(random)), null);
    }

    /** Returns the site with cgroups for a run if this user may make them here, else the site unchanged. */
    public Loopback inCgroups(RunId run) {
        var own = ReplicaGroups.of(run);
        return own.canBeMade() ? new Loopback(assignment, own) : this;
    }

    @Override
    public List<Replica> replicas(ServiceDefinition service) {
        return assignment.of(service);
    }

    @Override
    public void stand(Run run) throws IOException {
        if (groups == null) {
            return;
        }
        List<String> names = assignment.replicas().values().stream()
                .flatMap(List::stream)
                .filter(replica -> mayHaveGroups(replica.service()))
                .map(Replica::name)
                .toList();
        run.recordMaking(groups.made(names));
        for (String name : names) {
            groups.make(name, NO_LIMITS);
        }
    }

    /** Kernels may deny real-time scheduling in new cgroups (CONFIG_RT_GROUP_SCHED). */
    private static boolean mayHaveGroups(ServiceDefinition service) {
        return !service.confinement().asksForRealTime();
    }

    @Override
    public List<String> inside(Replica replica, List<String> command) {
        return groups == null || !mayHaveGroups(replica.service())
                ? command
                : Stream.concat(groups.joining(replica.name()).stream(), command.stream())
                        .toList();
    }

    @Override
    public List<String> words(Replica replica, List<String> words) {
        return new Rewriting(assignment, replica).words(words);
    }

    @Override
    public Map<String, String> variables(Replica replica, Map<String, String> variables) {
        return new Rewriting(assignment, replica).variables(variables);
    }
}
