package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Measurement;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * The load generator used more than 70 % of its share of the CPU, so its own work is a good part of every latency and the ceiling
 * of every throughput. Its share is half the machine, since the services stand on the same one.
 *
 * <p>Formula: CPU seconds of the generator / wall seconds / (CPUs / 2), over all rounds of a target. Threshold: 0.7, at which an
 * M/M/1 queue already waits more than twice its service time; source: L. Kleinrock, "Queueing Systems" I (1975), section 3.2.
 */
final class GeneratorSaturated implements Diagnostic {

    private static final double THRESHOLD = 0.7;

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.targets().stream()
                .filter(target -> loadOn(target, evidence) > THRESHOLD)
                .map(target -> finding(target, evidence))
                .toList();
    }

    private static double loadOn(String target, Evidence evidence) {
        Measurement total = evidence.outcome().total(target);
        double share = evidence.cpus() / 2.0;
        return total.wallSeconds() > 0 ? total.cpu().generator() / total.wallSeconds() / share : 0;
    }

    private static Finding finding(String target, Evidence evidence) {
        return new Finding(
                "generator-saturated",
                Severity.INVALIDATES,
                List.of(target),
                String.format(
                        Locale.ROOT,
                        "while it loaded %s the generator used %.0f %% of its share of the CPU (limit %.0f %%)",
                        target,
                        loadOn(target, evidence) * 100,
                        THRESHOLD * 100),
                "the target answers faster than this generator can ask: the figures are the generator's, not the target's",
                "compare under a load below the ceiling (a constant rate), or move the generator to CPUs of its own");
    }
}
