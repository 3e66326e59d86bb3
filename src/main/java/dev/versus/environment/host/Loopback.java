package dev.versus.environment.host;

import dev.versus.environment.Ports;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** All replicas side by side on the loopback address: what tells them apart is the port, so every address is rewritten. */
public record Loopback(Assignment assignment) implements Site {

    /**
     * Gives each replica ports of its own.
     *
     * @param fixed by service: the port that the first port of its first replica gets, instead of a free one
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
