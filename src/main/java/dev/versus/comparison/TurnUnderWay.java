package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A turn whose workload is run now and then, in between those of the other targets of its round. */
final class TurnUnderWay {

    private final Turn turn;
    private final int repetitions;
    private final List<Measurement> measured = new ArrayList<>();
    private List<StepOutcome> lastSteps = List.of();
    private Instant started = Instant.MAX;
    private boolean answers = true;

    TurnUnderWay(Turn turn, int repetitions) {
        this.turn = turn;
        this.repetitions = repetitions;
    }

    Turn turn() {
        return turn;
    }

    /** Returns how many times the workload is to be run. */
    int repetitions() {
        return repetitions;
    }

    /** Returns how many times the workload was run so far. */
    int runs() {
        return measured.size();
    }

    /** Returns how many times the workloads of these turns are to be run, all together. */
    static int repetitions(List<TurnUnderWay> turns) {
        return turns.stream().mapToInt(turn -> turn.repetitions).sum();
    }

    /**
     * Returns which of these turns has a run in this pass, the first being 1: the one with fewest runs so far. Their runs are spread evenly
     * over all passes, at most one in each.
     *
     * @return empty if none has
     */
    static Optional<TurnUnderWay> due(List<TurnUnderWay> turns, int pass, int passes) {
        int runs = turns.stream().mapToInt(TurnUnderWay::runs).sum();
        return runs >= Math.round((double) repetitions(turns) * pass / passes)
                ? Optional.empty()
                : turns.stream().filter(TurnUnderWay::goesOn).min(Comparator.comparingInt(TurnUnderWay::runs));
    }

    private boolean goesOn() {
        return answers && runs() < repetitions;
    }

    /** Notes that a run of the workload begins; the turn began with the first one. */
    void begins(Instant now) {
        started = measured.isEmpty() ? now : started;
    }

    /** Adds a run of the workload. */
    void add(Measurement once, List<StepOutcome> steps) {
        measured.add(once);
        lastSteps = List.copyOf(steps);
        answers = once.answered() > 0;
    }

    /** Returns the turn as a round; it keeps the steps of the last run. */
    Round round(Comparison comparison) {
        return new Round(
                turn.target().name(),
                turn.round(),
                turn.number(),
                started,
                measured.size(),
                measured.stream().reduce(Measurement::plus).orElseThrow(),
                lastSteps,
                comparison.workloadOf(turn.target()).capacity(lastSteps));
    }
}
