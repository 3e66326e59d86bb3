package dev.versus.environment.host;

import dev.versus.environment.Ports;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Site with all replicas on the loopback address. Only their ports differ, so every address in commands and variables is rewritten. */
public record Loopback(Assignment assignment) implements Site {

    /**
     * Assigns ports to each replica.
     *
     * @param fixed by service: the port for the first port of its first replica, instead of a free one
     */
    public static Loopback of(SystemDefinition system, Map<String, Integer> fixed, RandomGenerator random) {
        var containerPorts = new ContainerPorts(system, Engines.builtIn());
        return new Loopback(Assignment.of(system, containerPorts, fixed, new Ports(random)));
    }

    @Override
    public List<Replica> replicas(ServiceDefinition service) {
        return assignment.of(service);
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
