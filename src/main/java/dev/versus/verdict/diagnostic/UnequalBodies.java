package dev.versus.verdict.diagnostic;

import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.SampleSummary;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pairs of targets that answer with different bodies, so that one may do less work than the other.
 *
 * <p>Formula: the longer mean body length / the shorter one; the ranges of body lengths; the checksums of each round's first body.
 * Thresholds: means more than 10 % apart, and by more than chance allows; ranges that do not meet, likewise; the same checksum in all
 * rounds of each target, but not the same for both. Lengths of one distribution are called different in at most two of a thousand
 * comparisons. Source: the length check of {@code ab} ("Document Length", ApacheBench's manual), here between targets instead of within
 * one; {@link SampleSummary}.
 *
 * <p>Severity: invalid for means more than 10 % apart under the same workload, twice the usual margin of throughput. A warning otherwise,
 * because frameworks differ in white space, and times and counters in bodies do no harm.
 */
final class UnequalBodies extends PairDiagnostic {

    private static final double LARGEST_DIFFERENCE = 0.10;

    UnequalBodies() {
        super(
                "unequal-bodies",
                Scope.ALL_BUT_FAILURES,
                "the targets have different data or versions, or answer in different formats",
                "fetch the path from each target, compare the bodies, and let both serve the same");
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        BodyLengths a = evidence.total(pair.a()).bodyLengths();
        BodyLengths b = evidence.total(pair.b()).bodyLengths();
        if (a.count() == 0 || b.count() == 0) {
            return Stream.empty();
        }
        boolean disjoint = summary(a).isDisjointFrom(summary(b));
        boolean apart = Math.max(a.mean(), b.mean()) > Math.min(a.mean(), b.mean()) * (1 + LARGEST_DIFFERENCE);
        boolean much = apart && (disjoint || summary(a).hasOtherMeanThan(summary(b)));
        Stream<Finding> lengths = finding(
                much || disjoint,
                much && evidence.isSameWorkload(pair),
                pair,
                text(
                        "bodies of %s are %.1f bytes long on average, those of %s %.1f bytes (limit %.0f %% apart)",
                        pair.a(), a.mean(), pair.b(), b.mean(), LARGEST_DIFFERENCE * 100));
        return Stream.concat(lengths, otherContent(pair, evidence)).limit(1);
    }

    private static SampleSummary summary(BodyLengths lengths) {
        return new SampleSummary(
                lengths.count(), lengths.mean(), lengths.variance(), lengths.shortest(), lengths.longest());
    }

    private Stream<Finding> otherContent(Pair pair, Evidence evidence) {
        Set<Long> a = firstBodies(pair.a(), evidence);
        Set<Long> b = firstBodies(pair.b(), evidence);
        return finding(
                a.size() == 1 && b.size() == 1 && !a.equals(b),
                false,
                pair,
                text(
                        "the first body of a round is always the same for %s and always the same for %s, but the two differ",
                        pair.a(), pair.b()));
    }

    private static Set<Long> firstBodies(String target, Evidence evidence) {
        return evidence.roundsOf(target).stream()
                .map(Round::measurement)
                .filter(round -> round.answered() > 0)
                .map(Measurement::firstBody)
                .collect(Collectors.toSet());
    }
}
