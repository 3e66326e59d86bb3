package dev.versus.environment.process;

import dev.versus.environment.host.Replica;
import dev.versus.environment.host.Site;
import dev.versus.system.ServiceDefinition;
import java.util.List;
import java.util.Map;

/** All replicas side by side on the loopback address: what tells them apart is the port, so every address is rewritten. */
record Loopback(Assignment assignment) implements Site {

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
