package dev.versus.run;

import dev.versus.Durations;
import dev.versus.comparison.Budget;
import dev.versus.comparison.Comparison;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Plan;
import dev.versus.comparison.Target;
import dev.versus.measurement.NoiseHistory;
import dev.versus.measurement.NoiseHistory.Entry;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Medians;
import dev.versus.statistics.Power;
import dev.versus.verdict.Basis;
import dev.versus.verdict.CountedRounds;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import dev.versus.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells which difference planned rounds will tell, by the noise that earlier runs recorded on this machine.
 *
 * @param ratios the ratios that the comparison is about
 * @param workloads the workload of each target, by the target's name
 * @param history what earlier runs recorded, and where this one does
 */
record Foresight(List<Subject.Ratio> ratios, Map<String, Workload> workloads, NoiseHistory history) {

    private static final int STEP = 10;

    Foresight {
        ratios = List.copyOf(ratios);
        workloads = Map.copyOf(workloads);
    }

    static Foresight of(Questions questions, Comparison comparison, NoiseHistory history) {
        List<String> targets = comparison.targets().stream().map(Target::name).toList();
        return new Foresight(questions.ratios(targets), comparison.workloads(), history);
    }

    /** Keeps the scatter of each ratio, by which later runs foresee theirs; only within a budget of time are turns of one length. */
    void keep(Outcome outcome, Budget budget, Console console) {
        List<Entry> seen = budget.isOfTime() ? seen(outcome) : List.of();
        try {
            if (!seen.isEmpty()) {
                history.add(seen);
            }
        } catch (IOException e) {
            console.say("versus: the noise of this run could not be kept for later plans: " + e.getMessage());
        }
    }

    private List<Entry> seen(Outcome outcome) {
        CountedRounds counted = CountedRounds.among(outcome.observed(), 0);
        Judge judge = new Judge(counted.counted(), Confidence.USUAL);
        return ratios.stream()
                .flatMap(ratio -> judge.estimate(ratio).stream()
                        .map(estimate -> new Entry(
                                kind(ratio, judge.basis(ratio)), ratio.metric().id(), Power.scatter(estimate))))
                .filter(entry -> entry.scatter() > 0 && Double.isFinite(entry.scatter()))
                .toList();
    }

    /** Returns one sentence, without its end, on the difference that the plan will tell and on the budget that half of it takes. */
    String sentence(Plan plan) {
        List<Entry> earlier = history.find();
        Confidence confidence = plan.rule().confidenceAfter(plan.rounds());
        Map<String, Double> told = ratios.stream()
                .flatMap(ratio -> scatter(ratio, plan, earlier).stream()
                        .map(scatter -> Map.entry(
                                ratio.metric().id(), Power.smallestRatio(scatter, plan.rounds(), confidence))))
                .filter(metric -> Double.isFinite(metric.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max, TreeMap::new));
        if (told.isEmpty()) {
            return "which difference that will tell is not known yet: no earlier run has recorded its noise here";
        }
        String differences = told.entrySet().stream()
                .map(metric -> String.format(Locale.ROOT, "%.1f %% in %s", metric.getValue() * 100, metric.getKey()))
                .collect(Collectors.joining(", "));
        return "by the noise of earlier runs here, that will likely tell a difference of " + differences
                + "; half as much takes " + budgetOfHalf(plan);
    }

    /** Four times the load halves the difference. */
    private static String budgetOfHalf(Plan plan) {
        double seconds = 4 * plan.rounds() * plan.roundSeconds();
        Duration rounded = Duration.ofSeconds((long) Math.ceil(seconds / STEP) * STEP);
        return rounded.compareTo(Budget.LONGEST) > 0
                ? "more than " + Durations.text(Budget.LONGEST)
                : "-Dversus.budget=" + Durations.text(rounded);
    }

    private Optional<Double> scatter(Subject.Ratio ratio, Plan plan, List<Entry> earlier) {
        Basis basis = plan.duets() > 0 && ratio.metric().holdsTogether() ? Basis.DUETS : Basis.TURNS;
        double[] scatters = earlier.stream()
                .filter(entry -> entry.workload().equals(kind(ratio, basis)))
                .filter(entry -> entry.metric().equals(ratio.metric().id()))
                .mapToDouble(Entry::scatter)
                .toArray();
        return scatters.length == 0 ? Optional.empty() : Optional.of(Medians.of(scatters));
    }

    /** Names what scatters alike: a kind of workload, in turns or at once. */
    private String kind(Subject.Ratio ratio, Basis basis) {
        Workload workload = workloads.get(ratio.target());
        return (workload == null ? "" : workload.getClass().getSimpleName()) + " " + basis.words();
    }
}
