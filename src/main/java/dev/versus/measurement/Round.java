package dev.versus.measurement;

import dev.versus.workload.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One turn of one target: its workload, run once or, where that is brief, several times.
 *
 * @param number the round's number, from 1; all targets have a turn in each round
 * @param turn the turn's place in the whole order of turns, from 1
 * @param repetitions how many times the workload was run
 * @param measurement the measurement of all steps together
 * @param steps the outcome of each step, in order; of the last time that the workload was run
 * @param capacity the step of the highest throughput that met the workload's objective; empty if the workload has none or no step met it
 */
public record Round(
        String target,
        int number,
        int turn,
        Instant started,
        int repetitions,
        Measurement measurement,
        List<StepOutcome> steps,
        Optional<StepOutcome> capacity) {

    /** Accepts records of earlier versions, which ran each workload once. */
    public Round {
        repetitions = Math.max(1, repetitions);
        steps = List.copyOf(steps);
    }

    /** Makes a round of a workload without an objective. */
    public Round(
            String target, int number, int turn, Instant started, Measurement measurement, List<StepOutcome> steps) {
        this(target, number, turn, started, 1, measurement, steps, Optional.empty());
    }
}
