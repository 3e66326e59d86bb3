package dev.versus.environment.host;

import dev.versus.system.Healthcheck;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Ports that a service listens on: the declared ones, the default port of its engine, and those that another service or its own healthcheck
 * mentions, because services on a network of containers need not declare ports.
 */
public record ContainerPorts(SystemDefinition system, Engines engines) {

    /** Returns the ports of a service, the declared ones first. */
    public Set<Integer> of(ServiceDefinition service) {
        var ports = new LinkedHashSet<>(service.declaredPorts());
        engines.of(service).ifPresent(engine -> ports.add(engine.port()));
        ports.addAll(mentioned(service));
        return ports;
    }

    private Set<Integer> mentioned(ServiceDefinition service) {
        var ports = new TreeSet<Integer>();
        String name = Pattern.quote(service.name());
        for (ServiceDefinition other : system.services()) {
            addMatches("(?<![\\w.-])" + name + ":(\\d{1,5})(?![\\w.])", texts(other), ports);
        }
        Healthcheck check = service.healthcheck();
        if (check != null) {
            addMatches("(?<![\\w.-])(?:localhost|127\\.0\\.0\\.1):(\\d{1,5})(?!\\d)", check.test(), ports);
        }
        return ports;
    }

    private static void addMatches(String pattern, List<String> texts, Set<Integer> ports) {
        var compiled = Pattern.compile(pattern);
        texts.stream()
                .flatMap(text -> compiled.matcher(text).results())
                .forEach(match -> ports.add(Integer.parseInt(match.group(1))));
    }

    private static List<String> texts(ServiceDefinition service) {
        var texts = new ArrayList<>(service.program().environment().values());
        texts.addAll(service.program().commandLine());
        Healthcheck check = service.healthcheck();
        texts.addAll(check == null ? List.of() : check.test());
        return texts;
    }
}
