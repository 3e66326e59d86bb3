package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Stopped;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule.Decision;
import dev.versus.verdict.CountedRounds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The number of rounds that a run completed. A killed run still gives a report of its complete rounds.
 *
 * @param planned the largest number of rounds planned
 * @param ended the number of complete rounds, which ended on every target
 * @param leftOut the number of turns in incomplete rounds; they stay in {@code rounds.jsonl}
 * @param stopped the reason why the run ended, by its stopping rule; empty if it was killed
 * @param startUp the numbers of complete rounds that do not count, because the cost of a request had not settled by then
 * @param compiling the numbers of complete rounds that do not count, because compilers of services were at work in some of their turns
 * @param slices the number of slices of duets that do not count, for these two reasons
 * @param hit the numbers of complete rounds that do not count, because others took the machine from some of their turns
 * @param secondDraw the extent of the second draw; empty if there was none, or if it failed
 */
public record Extent(
        int planned,
        int ended,
        int leftOut,
        Optional<Decision> stopped,
        List<Integer> startUp,
        List<Integer> compiling,
        int slices,
        List<Integer> hit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Extent> secondDraw) {

    /** Accepts results of earlier versions, in which every complete round counted. */
    public Extent {
        startUp = List.copyOf(Objects.requireNonNullElse(startUp, List.of()));
        compiling = List.copyOf(Objects.requireNonNullElse(compiling, List.of()));
        hit = List.copyOf(Objects.requireNonNullElse(hit, List.of()));
    }

    /** Compares the recorded rounds with the planned ones. */
    static Extent of(RunRecord run) {
        CountedRounds counted = counted(run);
        int whole = counted.whole().turns().size();
        int targets = Math.max(1, run.run().targets().size());
        return new Extent(
                run.run().rounds(),
                whole / targets,
                run.observed().turns().size() - whole,
                run.stopped().map(Stopped::reason),
                counted.startUp(),
                counted.compiling(),
                counted.slicesLeftOut(),
                counted.hit(),
                run.secondDraw().filter(draw -> draw.failure().isEmpty()).map(Extent::of));
    }

    /** Returns the rounds of a run that count. */
    static CountedRounds counted(RunRecord run) {
        return CountedRounds.among(
                wholeRounds(run.run(), run.outcome()).observed(),
                run.run().machine().cpus());
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

    /** Tells whether all planned rounds ended; a run that was killed before its plan has none. */
    private boolean isPlayed() {
        return planned > 0 && ended >= planned;
    }

    /** Tells whether the run was completed: each draw reached the last planned round, or its stopping rule ended it earlier. */
    boolean isWhole() {
        return (isPlayed() || stopped.isPresent())
                && secondDraw.map(Extent::isWhole).orElse(true);
    }

    /** Returns the number of complete and planned rounds: "10 of 30". */
    String inShort() {
        return ended + " of " + planned;
    }

    /** Describes the extent in a few sentences for each draw. */
    String describe() {
        return secondDraw
                .map(again -> alone() + " The second draw: " + again.describe())
                .orElseGet(this::alone);
    }

    private String alone() {
        StringJoiner uncounted = new StringJoiner("; and ", " Verdicts leave out ", ".").setEmptyValue("");
        if (!startUp.isEmpty()) {
            uncounted.add((startUp.size() == 1 ? "the first round" : "the first " + startUp.size() + " rounds")
                    + ", because the cost of a request had not settled by then");
        }
        if (!compiling.isEmpty()) {
            uncounted.add(
                    many(compiling.size(), "round") + ", because a service's compilers were at work in some turns");
        }
        if (slices > 0) {
            uncounted.add(
                    many(slices, "slice") + " of duets, because the cost had not settled or compilers were at work");
        }
        if (!hit.isEmpty()) {
            uncounted.add(many(hit.size(), "round") + ", because others took CPUs from some turns and not from all");
        }
        return first() + uncounted;
    }

    private static String many(int number, String what) {
        return number + " " + (number == 1 ? what : what + "s");
    }

    private String first() {
        if (isPlayed()) {
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
