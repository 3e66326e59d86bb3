package dev.versus.report;

import dev.versus.comparison.Restart;
import dev.versus.statistics.BetweenRestarts;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a ratio's spread that comes from restarting the systems.
 *
 * @param claim the claim's text
 * @param between the standard deviation of ln(ratio) from start to start
 * @param within the standard deviation of ln(ratio) from round to round on one start
 * @param share the share of a single round's variance that comes from its start, 0 to 1
 */
public record RestartSpread(String claim, double between, double within, double share) {

    private static final double DOMINANT = 0.5;

    /** Returns the spread of each claim on a ratio that the rounds support; none if nothing was restarted. */
    static List<RestartSpread> of(RunRecord run, Judge judge) {
        if (run.restarts().isEmpty()) {
            return List.of();
        }
        List<Integer> starts = Stream.concat(
                        Stream.of(1), run.restarts().stream().map(Restart::before))
                .toList();
        return run.run().claims().stream()
                .flatMap(claim -> of(claim, judge, starts).stream())
                .toList();
    }

    private static Optional<RestartSpread> of(Claim claim, Judge judge, List<Integer> starts) {
        return claim.statement().subject() instanceof Subject.Ratio ratio
                ? judge.betweenRestarts(ratio, starts).map(spread -> of(claim, spread))
                : Optional.empty();
    }

    private static RestartSpread of(Claim claim, BetweenRestarts spread) {
        return new RestartSpread(claim.text(), spread.between(), spread.within(), spread.share());
    }

    /** Describes the spread in one or two sentences. */
    String describe() {
        String told = "From start to start the ratio varies by " + part(between) + ", from round to round by "
                + part(within) + "; the start accounts for " + Figures.percent(share) + " of a round's variance.";
        return share > DOMINANT
                ? told + " More rounds on the same starts would add little: ask for more restarts."
                : told;
    }

    private static String part(double onLine) {
        return Figures.percent(Math.expm1(onLine));
    }
}
