package dev.versus.verdict.diagnostic;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.stream.Stream;

/**
 * Finds targets with requests that count as failed only because of the length of their bodies. Such a failure is an error on a fixed page,
 * and none on a page that holds a time or a counter.
 *
 * <p>Formula: failures of the kind {@code length}. Threshold: one. Source: ApacheBench's manual, {@code -l}.
 *
 * <p>Severity: a warning, because the count is exact, and only its meaning is open.
 */
final class VaryingLengths extends TargetDiagnostic {

    VaryingLengths() {
        super(
                "varying-lengths",
                Scope.ALL,
                "the page holds a time, a counter or a token, or some answers are another page than the rest",
                "look at two bodies; if both are right, accept any length: anyLength() on the workload, or -Dversus.anyLength");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        Measurement total = evidence.total(target);
        long failed = total.failures().getOrDefault(FailureKind.LENGTH, 0L);
        return warning(
                failed > 0,
                target,
                text(
                        "%,d of %,d bodies of %s count as failed because the first body of the same run had another length",
                        failed, total.answered(), target));
    }
}
