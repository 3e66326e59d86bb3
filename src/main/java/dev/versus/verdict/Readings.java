package dev.versus.verdict;

import static java.util.stream.Collectors.toSet;

import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.ShareOfEffect;
import dev.versus.statistics.UnusableValue;
import dev.versus.statistics.WilcoxonSignedRank;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads subjects from the rounds that all their targets have.
 *
 * @param rounds the rounds, in the order of their numbers
 */
record Readings(List<Round> rounds) {

    /** Selects the rounds of these sides' targets whose numbers all the sides have. */
    static Readings shared(Collection<Side> sides, List<Round> all) {
        Set<String> targets = sides.stream().map(Side::target).collect(toSet());
        List<Set<Integer>> played = sides.stream()
                .map(side -> side.among(all).stream().map(Round::number).collect(toSet()))
                .toList();
        return new Readings(all.stream()
                .filter(round -> targets.contains(round.target()))
                .filter(round -> played.stream().allMatch(numbers -> numbers.contains(round.number())))
                .sorted(Comparator.comparing(Round::number))
                .toList());
    }

    List<Integer> numbers() {
        return rounds.stream().map(Round::number).distinct().toList();
    }

    /** Estimates the subject; empty if the rounds do not support an estimate. */
    Optional<Estimate> estimate(Subject subject, Confidence confidence) {
        if (subject instanceof Subject.Value value) {
            return value.metric().estimate(value.side().among(rounds), confidence);
        }
        if (subject instanceof Subject.Difference difference && difference.metric() instanceof RequestShare share) {
            return share.difference(
                    difference.sides().get(1).among(rounds),
                    difference.sides().get(0).among(rounds),
                    confidence);
        }
        return subject instanceof Subject.Ratio ratio && isOfFailures(ratio)
                ? ofFailures(ratio, confidence)
                : effect(subject).flatMap(effect -> effect.estimate(confidence));
    }

    /** Estimates a ratio of failures; where a side has none in some rounds, no single round tells it, and all together do. */
    private Optional<Estimate> ofFailures(Subject.Ratio ratio, Confidence confidence) {
        Optional<double[]> base = baseline(ratio);
        Optional<double[]> own = own(ratio);
        if (base.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        boolean told =
                IntStream.range(0, own.get().length).allMatch(at -> (own.get()[at] == 0) == (base.get()[at] == 0));
        return told
                ? PairedEffect.ratioOfCounts(base.get(), own.get()).estimate(confidence)
                : ShareOfEffect.of(own.get(), base.get(), confidence);
    }

    /**
     * Returns the subject's effect in each round; empty if a round does not support its metric.
     *
     * @throws UnusableValue if a value in a round has no ratio
     */
    Optional<PairedEffect> effect(Subject subject) {
        if (subject instanceof Subject.MeanRatio mean) {
            return means(mean).map(PairedEffect::values);
        }
        return subject instanceof Subject.Value
                ? own(subject).map(PairedEffect::values)
                : baseline(subject).flatMap(base -> own(subject).map(own -> effect(subject, base, own)));
    }

    /** Returns one value a round of the subject's last side; empty if a round does not support its metric. */
    private Optional<double[]> own(Subject subject) {
        return subject.metric()
                .of(subject.sides().get(subject.sides().size() - 1).among(rounds));
    }

    /** Returns one value a round of the subject's baseline; empty if a round does not support its metric. */
    private Optional<double[]> baseline(Subject subject) {
        return subject.metric().of(subject.sides().get(0).among(rounds));
    }

    private static PairedEffect effect(Subject subject, double[] base, double[] own) {
        if (subject instanceof Subject.Ratio) {
            return isOfFailures(subject) ? PairedEffect.ratioOfCounts(base, own) : PairedEffect.ratio(base, own);
        }
        return PairedEffect.difference(base, own);
    }

    /** Tells whether the subject counts failures, of which two zeros are equal; two dead targets are not equally reliable. */
    private static boolean isOfFailures(Subject subject) {
        return subject.metric().family() == Metric.Family.FAILURES && subject.metric() != RequestShare.RELIABILITY;
    }

    /** Returns the mean of the ratios in each round; empty if a round does not support one of the ratios. */
    private Optional<double[]> means(Subject.MeanRatio mean) {
        double[] means = new double[numbers().size()];
        for (Subject.Ratio ratio : mean.ratios()) {
            Optional<double[]> own = own(ratio);
            Optional<double[]> base = baseline(ratio);
            if (own.isEmpty() || base.isEmpty()) {
                return Optional.empty();
            }
            for (int round = 0; round < means.length; round++) {
                means[round] += quotient(own.get()[round], base.get()[round], isOfFailures(mean))
                        / mean.ratios().size();
            }
        }
        return Optional.of(means);
    }

    private static double quotient(double own, double base, boolean counted) {
        return counted && own == 0 && base == 0 ? 1 : own / base;
    }

    /** Tells whether the subject is a ratio of failures of which its baseline had none in any round, and its target had some. */
    boolean isMoreThanNone(Subject subject) {
        return subject instanceof Subject.Ratio ratio
                && isOfFailures(ratio)
                && sum(baseline(ratio)) == 0
                && sum(own(ratio)) > 0;
    }

    private static double sum(Optional<double[]> values) {
        return values.stream().flatMapToDouble(Arrays::stream).sum();
    }

    /** Tells whether a target of the subject answered nothing in a round; never of a subject that counts failures. */
    boolean hasSilence(Subject subject) {
        return new Lack(subject, rounds).silence().isPresent();
    }

    /** Returns why the rounds do not support the subject, and what to do about it; empty if they do, but for their number. */
    Optional<String> lack(Subject subject) {
        return new Lack(subject, rounds).reason();
    }

    /** Returns the number of rounds that an estimate of the subject needs at least. */
    static int needed(Subject subject, Confidence confidence) {
        return subject instanceof Subject.Value
                ? subject.metric().roundsNeeded(confidence)
                : WilcoxonSignedRank.fewestRounds(confidence);
    }
}
