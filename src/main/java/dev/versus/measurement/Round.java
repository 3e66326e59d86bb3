package dev.versus.measurement;

import dev.versus.workload.StepOutcome;
import java.time.Instant;
import java.util.List;

/**
 * One workload run once against one target.
 *
 * @param target the target's name
 * @param number the round's number, from 1, the same for all targets of one block of turns
 * @param turn the place in the whole order of turns, from 1
 * @param started when it started
 * @param measurement what it showed, all steps together
 * @param steps what each step showed, in order
 */
public record Round(
        String target, int number, int turn, Instant started, Measurement measurement, List<StepOutcome> steps) {

    public Round {
        steps = List.copyOf(steps);
    }
}
