package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Step;
import dev.versus.workload.StepOutcome;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays single turns: a workload from its first step to its last.
 *
 * @param part whether its turns count, or only rehearse
 */
record Player(LoadGenerator generator, Clock clock, Stretch.Part part) {

    Round play(Turn turn, Comparison comparison) {
        Instant started = clock.instant();
        Workload workload = comparison.workloadOf(turn.target());
        List<StepOutcome> steps = new ArrayList<>();
        List<Measurement> measured = new ArrayList<>();
        Optional<Step> next = workload.nextStep(steps);
        while (next.isPresent()) {
            Step step = next.get();
            long seed = comparison.plan().seed() + turn.number() * 1_000L + steps.size();
            Measurement seen = generator.offer(new Stretch(turn.target(), workload, step, seed, part));
            measured.add(seen);
            steps.add(seen.outcomeAt(step.users()));
            next = workload.nextStep(steps);
        }
        Measurement whole = measured.stream().reduce(Measurement::plus).orElseThrow();
        return new Round(
                turn.target().name(), turn.round(), turn.number(), started, whole, steps, workload.capacity(steps));
    }
}
