package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one service of a target's deployment uses, all its replicas together, whatever else the deployment holds. To compare services
 * of two names, a name may leave out a part: {@code *-server}.
 *
 * @param resource what of it
 * @param service its name in the Compose file, with {@code *} for any part
 */
public record OfService(Resource resource, String service) implements Metric {

    private static final Pattern ID = Pattern.compile("([a-z-]+):([A-Za-z0-9._*-]+)");
    private static final double MIB = 1 << 20;

    /** A resource of a service. */
    public enum Resource {
        /** CPU time for each second of the round: 100 % is one core kept busy. */
        CPU("cpu", "%"),
        /** CPU time for each answered request. */
        CPU_PER_REQUEST("cpu-per-request", "ms"),
        /** Memory when the round ends. */
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

    /** Empty where the service is not there, its figures were not read, or there is nothing to divide by. */
    @Override
    public OptionalDouble of(Measurement measurement) {
        double divisor = switch (resource) {
            case CPU -> measurement.wallSeconds() / 100;
            case CPU_PER_REQUEST -> measurement.answered() / 1e3;
            case MEMORY -> MIB;
        };
        OptionalDouble used = resource == Resource.MEMORY
                ? sum(measurement.used().memoryBytes())
                : sum(measurement.cpu().seconds());
        return used.isPresent() && divisor > 0
                ? OptionalDouble.of(used.getAsDouble() / divisor)
                : OptionalDouble.empty();
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
