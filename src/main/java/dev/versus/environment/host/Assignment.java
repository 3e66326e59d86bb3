package dev.versus.environment.host;

import dev.versus.environment.Ports;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assignment of ports of this host to the ports of each replica. Services and replicas are in the order of the system. */
public record Assignment(Map<String, List<Replica>> replicas) {

    public Assignment {
        replicas = Collections.unmodifiableMap(new LinkedHashMap<>(replicas));
    }

    /** Assigns a free port to every port of every replica. A fixed port goes to the first port of a service's first replica. */
    static Assignment of(
            SystemDefinition system, ContainerPorts containerPorts, Map<String, Integer> fixed, Ports ports) {
        var wanted = new LinkedHashMap<ServiceDefinition, Set<Integer>>();
        system.services().forEach(service -> wanted.put(service, containerPorts.of(service)));
        int count = wanted.entrySet().stream()
                .mapToInt(entry -> entry.getKey().replicas() * entry.getValue().size())
                .sum();
        Iterator<Integer> free = ports.free(count).iterator();
        var replicas = new LinkedHashMap<String, List<Replica>>();
        wanted.forEach((service, targets) -> replicas.put(service.name(), replicas(service, targets, free)));
        fixed.forEach((service, port) -> replicas.computeIfPresent(service, (name, all) -> withFixed(all, port)));
        return new Assignment(replicas);
    }

    private static List<Replica> replicas(ServiceDefinition service, Set<Integer> targets, Iterator<Integer> free) {
        var replicas = new ArrayList<Replica>();
        for (int number = 1; number <= service.replicas(); number++) {
            var ports = new LinkedHashMap<Integer, Integer>();
            targets.forEach(target -> ports.put(target, free.next()));
            replicas.add(new Replica(service, number, Endpoint.loopback(ports)));
        }
        return List.copyOf(replicas);
    }

    private static List<Replica> withFixed(List<Replica> all, int port) {
        Replica first = all.get(0);
        var ports = new LinkedHashMap<>(first.ports());
        ports.keySet().stream().findFirst().ifPresent(target -> ports.put(target, port));
        var changed = new ArrayList<>(all);
        changed.set(0, new Replica(first.service(), first.number(), Endpoint.loopback(ports)));
        return List.copyOf(changed);
    }

    List<Replica> of(ServiceDefinition service) {
        return replicas.getOrDefault(service.name(), List.of());
    }

    /** Returns the ports of a service's first replica, which is the one that other services reach. */
    Map<Integer, Integer> portsOf(String service) {
        List<Replica> all = replicas.getOrDefault(service, List.of());
        return all.isEmpty() ? Map.of() : all.get(0).ports();
    }
}
