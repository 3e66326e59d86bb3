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
 * Plays single turns: runs a workload from its first step to its last.
 *
 * @param part whether the turns count or are rehearsals
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
            long seed = comparison.plan().seed() + place(turn) * 1_000L + steps.size();
            Measurement seen = generator.offer(new Stretch(turn.target(), workload, step, seed, part, turn.number()));
            measured.add(seen);
            steps.add(seen.outcomeAt(step.users()));
            next = workload.nextStep(steps);
        }
        Measurement whole = measured.stream().reduce(Measurement::plus).orElseThrow();
        return new Round(
                turn.target().name(), turn.round(), turn.number(), started, whole, steps, workload.capacity(steps));
    }

    /** Keeps rehearsals' seeds apart from counted rounds' seeds: a rehearsal must not fill a cache with a counted round's requests. */
    private long place(Turn turn) {
        return part == Stretch.Part.ROUND ? turn.number() : -turn.number();
    }
}
