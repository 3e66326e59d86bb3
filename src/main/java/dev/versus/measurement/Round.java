package dev.versus.measurement;

import dev.versus.workload.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One workload run once against one target.
 *
 * @param target the target's name
 * @param number the round's number, from 1, the same for all targets of one block of turns
 * @param turn the place in the whole order of turns, from 1
 * @param started when it started
 * @param measurement what it showed, all steps together
 * @param steps what each step showed, in order
 * @param capacity the best step that met the workload's objective, where the workload has one and a step met it
 */
public record Round(
        String target,
        int number,
        int turn,
        Instant started,
        Measurement measurement,
        List<StepOutcome> steps,
        Optional<StepOutcome> capacity) {

    public Round {
        steps = List.copyOf(steps);
    }

    /** A round of a workload that looks for no capacity. */
    public Round(
            String target, int number, int turn, Instant started, Measurement measurement, List<StepOutcome> steps) {
        this(target, number, turn, started, measurement, steps, Optional.empty());
    }
}
