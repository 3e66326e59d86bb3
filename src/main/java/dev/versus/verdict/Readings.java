package dev.versus.verdict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.WilcoxonSignedRank;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads subjects from the rounds that all their targets have.
 *
 * @param rounds the rounds, in the order of their numbers
 */
record Readings(List<Round> rounds) {

    /** Selects the rounds of these targets whose numbers all of them have. */
    static Readings shared(Collection<String> targets, List<Round> all) {
        Map<Integer, Set<String>> played =
                all.stream().collect(groupingBy(Round::number, mapping(Round::target, toSet())));
        return new Readings(all.stream()
                .filter(round -> targets.contains(round.target()))
                .filter(round -> played.getOrDefault(round.number(), Set.of()).containsAll(targets))
                .sorted(Comparator.comparing(Round::number))
                .toList());
    }

    List<Integer> numbers() {
        return rounds.stream().map(Round::number).distinct().toList();
    }

    private List<Round> of(String target) {
        return rounds.stream().filter(round -> round.target().equals(target)).toList();
    }

    /** Estimates the subject; empty if the rounds do not support an estimate. */
    Optional<Estimate> estimate(Subject subject, Confidence confidence) {
        return subject instanceof Subject.Value value
                ? value.metric().estimate(of(value.target()), confidence)
                : effect(subject).flatMap(effect -> effect.estimate(confidence));
    }

    /** Returns the subject's effect in each round; empty if a round does not support its metric. */
    Optional<PairedEffect> effect(Subject subject) {
        if (subject instanceof Subject.MeanRatio mean) {
            return means(mean).map(PairedEffect::values);
        }
        List<String> targets = subject.targets();
        Optional<double[]> values = subject.metric().of(of(targets.get(targets.size() - 1)));
        if (subject instanceof Subject.Value) {
            return values.map(PairedEffect::values);
        }
        Optional<double[]> baseline = subject.metric().of(of(targets.get(0)));
        return baseline.flatMap(base -> values.map(own ->
                subject instanceof Subject.Ratio ? PairedEffect.ratio(base, own) : PairedEffect.difference(base, own)));
    }

    /** Returns the mean of the ratios in each round; empty if a round does not support one of the ratios. */
    private Optional<double[]> means(Subject.MeanRatio mean) {
        double[] means = new double[numbers().size()];
        for (Subject.Ratio ratio : mean.ratios()) {
            Optional<double[]> own = ratio.metric().of(of(ratio.target()));
            Optional<double[]> base = ratio.metric().of(of(ratio.baseline()));
            if (own.isEmpty() || base.isEmpty()) {
                return Optional.empty();
            }
            for (int round = 0; round < means.length; round++) {
                means[round] +=
                        own.get()[round] / base.get()[round] / mean.ratios().size();
            }
        }
        return Optional.of(means);
    }

    /** Returns why the rounds do not support the subject, and what to do about it; empty if they do, but for their number. */
    Optional<String> lack(Subject subject) {
        Metric metric = subject.metric();
        return subject instanceof Subject.Value && metric.isPooled()
                ? Optional.of(Measurement.total(rounds))
                        .filter(total -> metric.of(total).isEmpty())
                        .map(metric::lack)
                : rounds.stream()
                        .filter(round -> metric.of(round).isEmpty())
                        .map(round -> metric.lack(round.measurement()))
                        .findFirst();
    }

    /** Returns the number of rounds that an estimate of the subject needs at least. */
    static int needed(Subject subject, Confidence confidence) {
        return subject instanceof Subject.Value
                ? subject.metric().roundsNeeded(confidence)
                : WilcoxonSignedRank.fewestRounds(confidence);
    }
}
