package dev.versus.verdict;

import dev.versus.comparison.Budget;
import dev.versus.comparison.Plan;
import dev.versus.comparison.Stopping;
import dev.versus.measurement.Observations;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Power;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays as many rounds as it takes to tell a difference of a given size. After the first look, the scatter of each claimed ratio tells how
 * many rounds that would be (see {@link Power#roundsToTell}); the plan is prolonged to the most that any of them needs, at most to
 * {@value StoppingRule#MOST} rounds and 10 minutes of load. Otherwise it decides as {@link StopWhenDecided} does.
 *
 * @param cpus how many CPUs the machine has
 * @param effect the difference, as a share: 0.02 for 2 %
 */
public record StopWhenTold(List<Claim> claims, int cpus, double effect) implements Stopping {

    @Override
    public Decision after(Observations observed, StoppingRule rule) {
        boolean early = observed.rounds() < Math.min(needed(observed), rule.cap());
        return early ? Decision.CONTINUE : new StopWhenDecided(claims, cpus).after(observed, rule);
    }

    @Override
    public Plan revised(Observations observed, Plan plan) {
        int ended = observed.rounds();
        boolean first = plan.rule().mayEndEarly() && plan.rule().looks().get(0).after() == ended;
        double most =
                Math.min(StoppingRule.MOST, Math.floor(Budget.LONGEST.toSeconds() / (observed.loadSeconds() / ended)));
        int wanted = first ? (int) Math.min(most, needed(observed)) : 0;
        return wanted > plan.rounds() ? plan.prolongedTo(wanted) : plan;
    }

    private double needed(Observations observed) {
        Observations counted = CountedRounds.among(observed, cpus).counted();
        Judge judge = new Judge(counted, Confidence.USUAL);
        return ratios().flatMap(ratio -> judge.estimate(ratio).stream())
                .mapToDouble(ratio -> Power.roundsToTell(effect, Power.scatter(ratio), Confidence.USUAL))
                .map(needed -> Math.ceil(needed * observed.rounds() / Math.max(1, counted.rounds())))
                .max()
                .orElse(0);
    }

    private Stream<Subject> ratios() {
        return claims.stream()
                .filter(claim -> !Control.isControl(claim))
                .map(claim -> claim.statement().subject())
                .filter(subject -> subject instanceof Subject.Ratio || subject instanceof Subject.MeanRatio);
    }
}
