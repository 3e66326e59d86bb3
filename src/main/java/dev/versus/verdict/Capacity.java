package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.StepOutcome;
import java.util.Optional;
import java.util.OptionalDouble;

/** The throughput of the best step that met a staircase's objective, in answered requests/s. Only staircase rounds have it. */
public record Capacity() implements Metric {

    static Optional<Capacity> withId(String id) {
        return Optional.of(new Capacity()).filter(capacity -> capacity.id().equals(id));
    }

    @Override
    public String id() {
        return "capacity";
    }

    @Override
    public String unit() {
        return "/s";
    }

    @Override
    public Family family() {
        return Family.THROUGHPUT;
    }

    @Override
    public OptionalDouble of(Measurement measurement) {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble of(Round round) {
        return round.capacity().stream().mapToDouble(StepOutcome::throughput).findFirst();
    }

    @Override
    public String lack(Measurement measurement) {
        return "a round has no step that met the objective: start the staircase lower, or loosen the objective";
    }
}
