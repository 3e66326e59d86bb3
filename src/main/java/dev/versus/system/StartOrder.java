package dev.versus.system;

import dev.versus.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders services by their dependencies, level by level, with Kahn's algorithm (Kahn 1962). */
final class StartOrder {

    private StartOrder() {}

    static List<List<ServiceDefinition>> levels(List<ServiceDefinition> services) {
        var waiting = new LinkedHashMap<String, ServiceDefinition>();
        services.forEach(service -> waiting.put(service.name(), service));
        var levels = new ArrayList<List<ServiceDefinition>>();
        while (!waiting.isEmpty()) {
            List<ServiceDefinition> level = waiting.values().stream()
                    .filter(service -> needs(service, waiting).isEmpty())
                    .toList();
            if (level.isEmpty()) {
                throw new InvalidInput("The services depend on one another in a circle: " + cycle(waiting)
                        + "; take one of these depends_on out.");
            }
            level.forEach(service -> waiting.remove(service.name()));
            levels.add(level);
        }
        return List.copyOf(levels);
    }

    private static List<String> needs(ServiceDefinition service, Map<String, ServiceDefinition> waiting) {
        return service.dependsOn().stream()
                .map(Dependency::service)
                .filter(waiting::containsKey)
                .toList();
    }

    private static String cycle(Map<String, ServiceDefinition> waiting) {
        Set<String> walked = new LinkedHashSet<>();
        ServiceDefinition at = waiting.values().iterator().next();
        while (walked.add(at.name())) {
            String next = needs(at, waiting).get(0);
            at = waiting.getOrDefault(next, at);
        }
        var path = new ArrayList<>(walked);
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(at.name()), path.size()));
        circle.add(at.name());
        return String.join(" -> ", circle);
    }
}
