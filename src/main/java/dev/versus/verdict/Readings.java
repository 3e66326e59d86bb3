package dev.versus.verdict;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Round;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Reads metrics from the rounds that all compared targets have. */
final class Readings {

    private final Outcome outcome;

    Readings(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Returns the numbers of the rounds that all these targets have, ascending. */
    List<Integer> sharedRounds(List<String> targets) {
        Set<Integer> shared = new TreeSet<>();
        for (Round round : outcome.rounds()) {
            boolean everywhere = targets.stream()
                    .allMatch(target -> roundOf(target, round.number()).isPresent());
            if (everywhere) {
                shared.add(round.number());
            }
        }
        return List.copyOf(shared);
    }

    private Optional<Round> roundOf(String target, int number) {
        return outcome.rounds().stream()
                .filter(round -> round.number() == number && round.target().equals(target))
                .findFirst();
    }

    /** Returns the mean of the ratios in each of these rounds; empty if a round does not support one of the ratios. */
    Optional<double[]> of(Subject.MeanRatio mean, List<Integer> rounds) {
        double[] means = new double[rounds.size()];
        for (Subject.Ratio ratio : mean.ratios()) {
            Optional<double[]> own = of(ratio.metric(), ratio.target(), rounds);
            Optional<double[]> base = of(ratio.metric(), ratio.baseline(), rounds);
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

    /** Returns the target's metric in each of these rounds; empty if a round does not support the metric. */
    Optional<double[]> of(Metric metric, String target, List<Integer> rounds) {
        OptionalDouble[] read = rounds.stream()
                .map(number -> metric.of(roundOf(target, number).orElseThrow()))
                .toArray(OptionalDouble[]::new);
        for (OptionalDouble value : read) {
            if (value.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(java.util.Arrays.stream(read)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
    }
}
