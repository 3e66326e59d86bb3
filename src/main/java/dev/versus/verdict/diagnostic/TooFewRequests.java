package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds claims on a percentile for which there are too few requests.
 *
 * <p>Formula: 30 / min(p, 1 − p) answered requests, so that 30 lie beyond the percentile; over all rounds for a claim on one target, in
 * every single round for a claim that compares two. Threshold: fewer than that. Source: as in {@link dev.versus.statistics.Percentile}.
 *
 * <p>Severity: a warning, because the judge itself makes such a claim invalid; the finding adds the number of requests needed.
 */
final class TooFewRequests extends Diagnostic {

    TooFewRequests() {
        super(
                "too-few-requests",
                Scope.LATENCY,
                "the rounds are too short for a percentile so far from the median",
                "send at least that many requests, or claim a percentile nearer to the median");
    }

    @Override
    List<Finding> examine(Evidence evidence) {
        return evidence.claims().stream()
                .map(Claim::statement)
                .flatMap(statement -> findings(statement.subject(), evidence))
                .distinct()
                .toList();
    }

    private Stream<Finding> findings(Subject subject, Evidence evidence) {
        Metric metric = subject.metric();
        long needed = metric.requestsNeeded();
        boolean pooled = subject instanceof Subject.Value && metric.isPooled();
        return subject.targets().stream().filter(evidence.targets()::contains).flatMap(target -> {
            long answered = answered(target, pooled, evidence);
            return finding(
                    answered < needed,
                    Severity.WARNS,
                    List.of(target),
                    text(
                            "%s of %s needs %,d requests %s, and %,d were answered",
                            metric.id(), target, needed, pooled ? "over all rounds" : "in each round", answered));
        });
    }

    private static long answered(String target, boolean pooled, Evidence evidence) {
        return pooled
                ? evidence.total(target).answered()
                : evidence.roundsOf(target).stream()
                        .map(Round::measurement)
                        .mapToLong(round -> round.answered())
                        .min()
                        .orElse(0);
    }
}
