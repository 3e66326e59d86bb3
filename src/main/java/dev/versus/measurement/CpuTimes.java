package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time by consumer: {@link #GENERATOR}, or a service replica such as {@code product-service-1}.
 *
 * @param seconds CPU seconds (user and system) by consumer
 */
public record CpuTimes(@JsonValue Map<String, Double> seconds) {

    /** The name of the load generator as a consumer. */
    public static final String GENERATOR = "generator";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CpuTimes {
        seconds = Map.copyOf(seconds);
    }

    public static CpuTimes none() {
        return new CpuTimes(Map.of());
    }

    /** Returns the load generator's CPU seconds. */
    public double generator() {
        return seconds.getOrDefault(GENERATOR, 0.0);
    }

    /** Tells whether the CPU time of any service is known. */
    public boolean isOfServices() {
        return seconds.keySet().stream().anyMatch(who -> !who.equals(GENERATOR));
    }

    /** Returns the CPU seconds of all consumers but the load generator together. */
    public double services() {
        return seconds.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(GENERATOR))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Returns the CPU time used since an earlier reading; a consumer that is new since then counts with all its CPU time. */
    public CpuTimes since(CpuTimes earlier) {
        Map<String, Double> used = new TreeMap<>();
        seconds.forEach((who, now) -> used.put(who, Math.max(0, now - earlier.seconds.getOrDefault(who, 0.0))));
        return new CpuTimes(used);
    }

    public CpuTimes plus(CpuTimes other) {
        Map<String, Double> sum = new TreeMap<>(seconds);
        other.seconds.forEach((who, more) -> sum.merge(who, more, Double::sum));
        return new CpuTimes(sum);
    }
}
