package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.comparison.Stopped;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much of a run there is: a run that was killed still gives a report, of the rounds that every target has.
 *
 * @param planned how many rounds were planned at most
 * @param ended how many rounds ended on every target; only these are judged
 * @param leftOut how many single turns ended in rounds that did not end on every target; they stay in {@code rounds.jsonl}
 * @param stopped why the run ended where it did, by the rule declared before it; empty if it was killed
 */
public record Extent(int planned, int ended, int leftOut, Optional<Decision> stopped) {

    /** The extent of what was measured, against what was planned. */
    static Extent of(RunRecord run) {
        Outcome whole = wholeRounds(run.run(), run.outcome());
        int targets = Math.max(1, run.run().targets().size());
        return new Extent(
                run.run().rounds(),
                whole.rounds().size() / targets,
                run.rounds().size() - whole.rounds().size(),
                run.stopped().map(Stopped::reason));
    }

    /** The same outcome without the turns of rounds that did not end on every target. */
    static Outcome wholeRounds(RunHeader run, Outcome outcome) {
        Map<Integer, Long> turns =
                outcome.rounds().stream().collect(Collectors.groupingBy(Round::number, Collectors.counting()));
        List<Round> whole = outcome.rounds().stream()
                .filter(round ->
                        turns.getOrDefault(round.number(), 0L) == run.targets().size())
                .toList();
        return new Outcome(outcome.warmUp(), whole);
    }

    /** Whether the run came to its own end: the last planned round, or an earlier one by its stopping rule. */
    boolean isWhole() {
        return ended >= planned || stopped.isPresent();
    }

    /** The count in a few words. */
    String inShort() {
        return ended + " of " + (StoppingRule.mayEndEarly(planned) ? "at most " : "") + planned;
    }

    /** One sentence for people. */
    String describe() {
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
