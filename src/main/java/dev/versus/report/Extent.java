package dev.versus.report;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Round;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of a run there is: a run that was killed still gives a report, of the rounds that every target has.
 *
 * @param planned how many rounds were planned
 * @param ended how many rounds ended on every target; only these are judged
 * @param leftOut how many single turns ended in rounds that did not end on every target; they stay in {@code rounds.jsonl}
 */
public record Extent(int planned, int ended, int leftOut) {

    /** The extent of what was measured, against what was planned. */
    static Extent of(RunHeader run, Outcome outcome) {
        Outcome whole = wholeRounds(run, outcome);
        int targets = Math.max(1, run.targets().size());
        return new Extent(
                run.rounds(),
                whole.rounds().size() / targets,
                outcome.rounds().size() - whole.rounds().size());
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

    /** Whether all that was planned has ended. */
    boolean reachesPlan() {
        return ended >= planned;
    }

    /** One sentence for people. */
    String describe() {
        if (reachesPlan()) {
            return "All %d planned rounds ended.".formatted(planned);
        }
        String judged = "The run ended early: %d of %d planned rounds ended, and verdicts rest on these alone."
                .formatted(ended, planned);
        return leftOut == 0
                ? judged
                : judged
                        + " %d more %s ended in a round that not every target finished; %s left out."
                                .formatted(
                                        leftOut, leftOut == 1 ? "turn" : "turns", leftOut == 1 ? "it is" : "they are");
    }
}
