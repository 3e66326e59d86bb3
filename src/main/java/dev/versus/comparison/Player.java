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

    /** The most stretches of one turn, by which the seeds of two turns are apart. */
    private static final long APART = 1_000_000;

    /** The most steps of one run of a workload, by which the seeds of two runs are apart. */
    private static final long MOST_STEPS = 1_000;

    /** Runs the target's workload once. */
    Round play(Turn turn, Comparison comparison) {
        return play(turn, comparison, 1);
    }

    /**
     * Runs the target's workload so many times, or until it answers nothing in one of them: it would only time out again. The round keeps the
     * steps of the last time.
     */
    Round play(Turn turn, Comparison comparison, int repetitions) {
        Instant started = clock.instant();
        List<Measurement> measured = new ArrayList<>();
        List<StepOutcome> steps = new ArrayList<>();
        boolean answers = true;
        while (measured.size() < repetitions && answers) {
            steps.clear();
            Measurement once = once(turn, comparison, measured.size(), steps);
            measured.add(once);
            answers = once.answered() > 0;
        }
        Measurement whole = measured.stream().reduce(Measurement::plus).orElseThrow();
        return new Round(
                turn.target().name(),
                turn.round(),
                turn.number(),
                started,
                measured.size(),
                whole,
                steps,
                comparison.workloadOf(turn.target()).capacity(steps));
    }

    /** Runs the workload from its first step to its last, adds the outcome of each, and returns what was measured in all of them. */
    private Measurement once(Turn turn, Comparison comparison, int repetition, List<StepOutcome> steps) {
        Workload workload = comparison.workloadOf(turn.target());
        long seed = comparison.order().seed() + place(turn) * APART + repetition * MOST_STEPS;
        List<Measurement> measured = new ArrayList<>();
        Optional<Step> next = workload.nextStep(steps);
        while (next.isPresent()) {
            Step step = next.get();
            Measurement seen = generator.offer(new Stretch(
                    turn.target(), workload, step, seed + measured.size(), part, turn.number(), repetition));
            measured.add(seen);
            steps.add(seen.outcomeAt(step.users()));
            next = workload.nextStep(steps);
        }
        return measured.stream().reduce(Measurement::plus).orElseThrow();
    }

    /**
     * Gives all turns of a round the same seed, so that every target gets the same requests, and keeps rehearsals' seeds apart: a rehearsal
     * must not fill a cache with a counted round's requests.
     */
    private long place(Turn turn) {
        return part == Stretch.Part.ROUND ? turn.round() : -turn.number();
    }
}
