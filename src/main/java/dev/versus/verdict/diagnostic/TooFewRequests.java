package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * A percentile is claimed that the requests do not support.
 *
 * <p>Formula: 30 / min(p, 1 − p) answered requests, so that 30 lie beyond the percentile; over all rounds for a target's own
 * percentile, in every single round where two targets are compared round by round. Threshold: one fewer. Source: as in {@link
 * dev.versus.statistics.Percentile}.
 *
 * <p>Severity: a warning, for the judge itself calls such a claim invalid; what this adds is how many requests are missing.
 */
final class TooFewRequests implements Diagnostic {

    private static final Advice ADVICE = new Advice(
            "too-few-requests",
            Scope.LATENCY,
            "rounds are too short for a percentile so far out",
            "send at least that many requests, or claim a percentile nearer to the median");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.claims().stream()
                .map(Claim::statement)
                .flatMap(statement -> findings(statement.subject(), evidence))
                .distinct()
                .toList();
    }

    private static Stream<Finding> findings(Subject subject, Evidence evidence) {
        if (!(subject.metric() instanceof LatencyPercentile percentile)) {
            return Stream.empty();
        }
        long needed = percentile.percentile().valuesNeeded();
        boolean pooled = subject instanceof Subject.Value;
        return subject.targets().stream()
                .filter(evidence.targets()::contains)
                .filter(target -> answered(target, pooled, evidence) < needed)
                .map(target -> ADVICE.warns(
                        List.of(target),
                        text(
                                "%s of %s needs %,d requests %s, and %,d were answered",
                                percentile.id(),
                                target,
                                needed,
                                pooled ? "over all rounds" : "in each round",
                                answered(target, pooled, evidence))));
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
