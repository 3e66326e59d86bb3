package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Stopped;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The number of rounds that a run completed. A killed run still gives a report of its complete rounds.
 *
 * @param planned the largest number of rounds planned
 * @param ended the number of complete rounds, which ended on every target; only these are judged
 * @param leftOut the number of turns in incomplete rounds; they stay in {@code rounds.jsonl}
 * @param stopped the reason why the run ended, by its stopping rule; empty if it was killed
 * @param secondDraw the extent of the second draw; empty if there was none, or if it failed
 */
public record Extent(
        int planned,
        int ended,
        int leftOut,
        Optional<Decision> stopped,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Extent> secondDraw) {

    /** Compares the recorded rounds with the planned ones. */
    static Extent of(RunRecord run) {
        Outcome whole = wholeRounds(run.run(), run.outcome());
        int targets = Math.max(1, run.run().targets().size());
        return new Extent(
                run.run().rounds(),
                whole.rounds().size() / targets,
                run.observed().turns().size() - whole.rounds().size(),
                run.stopped().map(Stopped::reason),
                run.secondDraw().filter(draw -> draw.failure().isEmpty()).map(Extent::of));
    }

    /** Returns the outcome without the turns of incomplete rounds. */
    static Outcome wholeRounds(RunHeader run, Outcome outcome) {
        Map<Integer, Long> turns =
                outcome.rounds().stream().collect(Collectors.groupingBy(Round::number, Collectors.counting()));
        IntPredicate whole =
                number -> turns.getOrDefault(number, 0L) == run.targets().size();
        return new Outcome(
                outcome.warmUp(),
                new Observations(
                        outcome.rounds().stream()
                                .filter(round -> whole.test(round.number()))
                                .toList(),
                        outcome.observed().duets()));
    }

    /** Tells whether the run was completed: each draw reached the last planned round, or its stopping rule ended it earlier. */
    boolean isWhole() {
        return (ended >= planned || stopped.isPresent())
                && secondDraw.map(Extent::isWhole).orElse(true);
    }

    /** Returns the number of complete and planned rounds: "10 of 30". */
    String inShort() {
        return ended + " of " + planned;
    }

    /** Describes the extent in one or two sentences for each draw. */
    String describe() {
        return secondDraw
                .map(again -> first() + " The second draw: " + again.describe())
                .orElseGet(this::first);
    }

    private String first() {
        if (ended >= planned) {
            return "All " + planned + " planned rounds ended.";
        }
        return stopped.map(this::enough).orElseGet(this::brokenOff);
    }

    private String enough(Decision why) {
        return ended + " of at most " + planned + " rounds were enough: " + why.reason()
                + ". That was decided at a look declared before the run.";
    }

    private String brokenOff() {
        String judged = "The run ended early: " + ended + " of " + planned
                + " planned rounds ended, and verdicts rest on these alone.";
        return leftOut == 0
                ? judged
                : judged + " " + leftOut + " more " + (leftOut == 1 ? "turn" : "turns")
                        + " ended in a round that not every target finished; "
                        + (leftOut == 1 ? "it is" : "they are") + " left out.";
    }
}
