package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Side;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.function.ToLongFunction;
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
        return subject.sides().stream()
                .filter(side -> !of(side, evidence).isEmpty())
                .flatMap(side -> {
                    long answered = fewest(Measurement::answered, of(side, evidence), pooled);
                    String symptom = text(
                            "%s of %s needs %,d requests %s, and %,d were answered",
                            metric.id(), side, needed, pooled ? "over all rounds" : "in each round", answered);
                    return answered < needed && fewest(Measurement::requests, of(side, evidence), pooled) >= needed
                            ? Stream.of(failing(side, symptom))
                            : finding(answered < needed, Severity.WARNS, List.of(side.target()), symptom);
                });
    }

    private static List<Round> of(Side side, Evidence evidence) {
        return side.among(evidence.roundsOf(side.target()));
    }

    private Finding failing(Side side, String symptom) {
        return new Finding(
                name(),
                Severity.WARNS,
                List.of(side.target()),
                Scope.LATENCY,
                symptom,
                "enough requests were sent, and too many of them failed",
                "find out why requests to " + side + " fail: its log, its address, the path that is asked");
    }

    private static long fewest(ToLongFunction<Measurement> count, List<Round> rounds, boolean pooled) {
        return pooled
                ? count.applyAsLong(Measurement.total(rounds))
                : rounds.stream().map(Round::measurement).mapToLong(count).min().orElse(0);
    }
}
