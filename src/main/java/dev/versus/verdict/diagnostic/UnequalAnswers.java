package dev.versus.verdict.diagnostic;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.UnexpectedStatuses;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.WilsonInterval;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.stream.Stream;

/**
 * Finds pairs of targets of which one fails more often, or answers with other statuses. A request that fails early is less work than one
 * that succeeds, so the two targets do not do the same work.
 *
 * <p>Formula: the share of failed requests (without bodies of another length, see {@link UnequalBodies}), or else of each status, with
 * Wilson intervals. Threshold: disjoint intervals at 99.9 %, wide because failures come in bursts. Source: E. B. Wilson,
 * "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927), 209–212.
 *
 * <p>Severity: invalid for a difference of more than one percentage point between targets under the same workload. A warning for a smaller
 * one, because so few requests change a mean by less than any margin, and for workloads that differ on purpose. Claims on failures stand.
 */
final class UnequalAnswers extends PairDiagnostic {

    private static final double LARGEST_DIFFERENCE = 0.01;
    private static final Confidence CONFIDENCE = new Confidence(0.999);

    UnequalAnswers() {
        super(
                "unequal-answers",
                Scope.ALL_BUT_FAILURES,
                "a target is overloaded, misrouted or configured differently, so the targets do not do the same work",
                "read the failing target's log, mend the target or lower the load, and compare again");
    }

    /**
     * The share of a target's requests that had one kind of result.
     *
     * @param kind the result as a verb: "failed", "were answered with 503"
     * @param count the requests with that result
     * @param of all requests
     * @param detail the statuses of these requests in parentheses; may be empty
     */
    private record Share(String kind, long count, long of, String detail) {

        double value() {
            return of == 0 ? 0 : (double) count / of;
        }

        boolean differsFrom(Share other) {
            return WilsonInterval.of(count, of, CONFIDENCE)
                    .isDisjointFrom(WilsonInterval.of(other.count, other.of, CONFIDENCE));
        }
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        Measurement a = evidence.total(pair.a());
        Measurement b = evidence.total(pair.b());
        Stream<Finding> statuses = Stream.of(a, b)
                .flatMap(side -> side.statuses().keySet().stream())
                .distinct()
                .sorted()
                .flatMap(status -> examine(answered(status, a), answered(status, b), pair, evidence));
        return Stream.concat(examine(failed(a), failed(b), pair, evidence), statuses)
                .limit(1);
    }

    private static Share failed(Measurement side) {
        long failed = side.failed() - side.failures().getOrDefault(FailureKind.LENGTH, 0L);
        String statuses = UnexpectedStatuses.text(side.statuses());
        return new Share("failed", failed, side.requests(), statuses.isEmpty() ? "" : " (" + statuses + ")");
    }

    private static Share answered(int status, Measurement side) {
        long all = side.statuses().values().stream().mapToLong(Long::longValue).sum();
        return new Share("were answered with " + status, side.statuses().getOrDefault(status, 0L), all, "");
    }

    private Stream<Finding> examine(Share a, Share b, Pair pair, Evidence evidence) {
        boolean much = Math.abs(a.value() - b.value()) > LARGEST_DIFFERENCE;
        return finding(
                a.differsFrom(b),
                much && evidence.isSameWorkload(pair),
                pair,
                text(
                        "%.2f %% of the requests to %s %s%s, and %.2f %% of those to %s%s (limit: what chance allows)",
                        a.value() * 100, pair.a(), a.kind(), a.detail(), b.value() * 100, pair.b(), b.detail()));
    }
}
