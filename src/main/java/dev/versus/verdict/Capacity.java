package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.OptionalDouble;

/** The throughput of the best step that met a staircase's objective, in answered requests/s. Only staircase rounds have it. */
public record Capacity() implements Metric {

    static final String ID = "capacity";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String unit() {
        return "/s";
    }

    @Override
    public OptionalDouble of(Measurement measurement) {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble of(Round round) {
        return round.capacity().stream().mapToDouble(step -> step.throughput()).findFirst();
    }
}
