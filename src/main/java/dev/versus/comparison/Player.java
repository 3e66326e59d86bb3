package dev.versus.comparison;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Step;
import dev.versus.workload.StepOutcome;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Plays turns: runs workloads from their first step to their last.
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
        return playAll(List.of(turn), comparison, target -> 1).get(0);
    }

    /**
     * Plays the turns of a round. Runs of short workloads alternate: the speed of a machine changes from second to second, and stretches that
     * lie close together share more of it. Targets that are alike, such as one and its control, alternate in one place, so that each run
     * comes after one of other services, which have the caches of the CPUs by then.
     *
     * @param repetitions how many times a target's workload is run; fewer if it answers nothing once, for it would only time out again
     */
    List<Round> playAll(List<Turn> turns, Comparison comparison, ToIntFunction<Target> repetitions) {
        List<TurnUnderWay> underWay = turns.stream()
                .map(turn -> new TurnUnderWay(turn, repetitions.applyAsInt(turn.target())))
                .toList();
        Map<Object, List<TurnUnderWay>> places = underWay.stream()
                .collect(groupingBy(turn -> place(turn, comparison, underWay), LinkedHashMap::new, toList()));
        int passes = places.values().stream()
                .mapToInt(TurnUnderWay::repetitions)
                .max()
                .orElse(0);
        boolean opens = true;
        for (int pass = 1; pass <= passes; pass++) {
            for (List<TurnUnderWay> place : places.values()) {
                Optional<TurnUnderWay> next = TurnUnderWay.due(place, pass, passes);
                if (next.isPresent()) {
                    run(next.get(), comparison, opens);
                    opens = false;
                }
            }
        }
        return underWay.stream().map(turn -> turn.round(comparison)).toList();
    }

    /** Returns what turns of one place have in common. Where each workload is run once, all have the places that were drawn. */
    private static Object place(TurnUnderWay underWay, Comparison comparison, List<TurnUnderWay> all) {
        boolean alternate = all.stream().anyMatch(turn -> turn.repetitions() > 1);
        return alternate ? comparison.likeness(underWay.turn().target()) : underWay;
    }

    /** Runs the workload from its first step to its last. */
    private void run(TurnUnderWay underWay, Comparison comparison, boolean opens) {
        underWay.begins(clock.instant());
        Turn turn = underWay.turn();
        Workload workload = comparison.workloadOf(turn.target());
        long seed = comparison.order().seed() + place(turn) * APART + underWay.runs() * MOST_STEPS;
        List<Measurement> measured = new ArrayList<>();
        List<StepOutcome> steps = new ArrayList<>();
        Optional<Step> next = workload.nextStep(steps);
        while (next.isPresent()) {
            Step step = next.get();
            Measurement seen = generator.offer(new Stretch(
                    turn.target(),
                    workload,
                    step,
                    seed + measured.size(),
                    part,
                    turn.number(),
                    opens && measured.isEmpty()));
            measured.add(seen);
            steps.add(seen.outcomeAt(step.users()));
            next = workload.nextStep(steps);
        }
        underWay.add(measured.stream().reduce(Measurement::plus).orElseThrow(), steps);
    }

    /**
     * Gives all turns of a round the same seed, so that every target gets the same requests, and keeps rehearsals' seeds apart: a rehearsal
     * must not fill a cache with a counted round's requests.
     */
    private long place(Turn turn) {
        return part == Stretch.Part.ROUND ? turn.round() : -turn.number();
    }
}
