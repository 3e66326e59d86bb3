package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The use of a resource by one service of a target's deployment, summed over its replicas. The name may be a pattern such as
 * {@code *-server}, to compare services that have different names in two systems.
 *
 * @param service the service's name in the Compose file; {@code *} stands for any characters
 */
public record OfService(Resource resource, String service) implements Metric {

    private static final Pattern ID = Pattern.compile("([a-z-]+):([A-Za-z0-9._*-]+)");
    private static final double MIB = 1 << 20;

    /** A resource of a service. */
    public enum Resource {
        /** The CPU time per second of the round, in percent: 100 % is one busy core. */
        CPU("cpu", "%"),
        /** The CPU time per answered request, in ms. */
        CPU_PER_REQUEST("cpu-per-request", "ms"),
        /** The memory at the end of the round, in MiB. */
        MEMORY("memory", "MiB");

        private final String id;
        private final String unit;

        Resource(String id, String unit) {
            this.id = id;
            this.unit = unit;
        }
    }

    static Optional<OfService> withId(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Arrays.stream(Resource.values())
                        .filter(resource -> resource.id.equals(parts.group(1)))
                        .map(resource -> new OfService(resource, parts.group(2)))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public String id() {
        return resource.id + ":" + service;
    }

    @Override
    public String unit() {
        return resource.unit;
    }

    @Override
    public Family family() {
        return Family.RESOURCES;
    }

    /** Returns the use; empty if the service is not in the deployment, its figures were not read, or no request was answered. */
    @Override
    public OptionalDouble of(Measurement measurement) {
        double divisor = switch (resource) {
            case CPU -> measurement.wallSeconds() / 100;
            case CPU_PER_REQUEST -> measurement.answered() / 1e3;
            case MEMORY -> MIB;
        };
        OptionalDouble used = used(measurement);
        return used.isPresent() && divisor > 0
                ? OptionalDouble.of(used.getAsDouble() / divisor)
                : OptionalDouble.empty();
    }

    @Override
    public boolean holdsTogether() {
        return resource == Resource.CPU_PER_REQUEST;
    }

    @Override
    public String lack(Measurement measurement) {
        return used(measurement).isPresent()
                ? Metric.super.lack(measurement)
                : id() + " is known only of services that this run started on Linux, and none called " + service
                        + " was read here";
    }

    private OptionalDouble used(Measurement measurement) {
        return resource == Resource.MEMORY
                ? sum(measurement.used().memoryBytes())
                : sum(measurement.cpu().seconds());
    }

    private OptionalDouble sum(Map<String, ? extends Number> byReplica) {
        String name = Pattern.quote(service).replace("*", "\\E.*\\Q");
        double[] own = byReplica.entrySet().stream()
                .filter(entry -> entry.getKey().matches(name + "-\\d+"))
                .mapToDouble(entry -> entry.getValue().doubleValue())
                .toArray();
        return own.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(own).sum());
    }
}
