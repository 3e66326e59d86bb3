package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Measurement;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.stream.Stream;

/**
 * Finds targets that load the generator close to its limit. The generator's own work is then part of every latency, and its capacity
 * limits the throughput.
 *
 * <p>Formula: CPU seconds of the generator / wall seconds / CPUs of its share, over all rounds of a target, where its share is the CPUs
 * that it has for itself, or half of those that it shares with the services; and the median round's throughput / the ruler's ceiling, if
 * there is a reading of the ruler. Threshold: 0.7 for both, at which requests in an M/M/1 queue already wait more than twice their
 * service time; source: L. Kleinrock, "Queueing Systems" I (1975), section 3.2.
 *
 * <p>Severity: invalid, because a comparison near the ceiling compares the generator with itself.
 */
final class GeneratorSaturated extends TargetDiagnostic {

    private static final double THRESHOLD = 0.7;

    GeneratorSaturated() {
        super(
                "generator-saturated",
                Scope.SPEED,
                "the target answers faster than the load generator can send, so the figures show the generator's limit",
                "lower the load below the generator's ceiling (a constant rate, say), or give the generator CPUs of its own");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        return Stream.concat(busy(target, evidence), nearTheCeiling(target, evidence));
    }

    private Stream<Finding> busy(String target, Evidence evidence) {
        Measurement total = evidence.total(target);
        double used = total.wallSeconds() > 0 ? total.cpu().generator() / total.wallSeconds() : 0;
        double load = used / evidence.circumstances().generatorCpus();
        return invalid(
                load > THRESHOLD,
                target,
                text(
                        "while it loaded %s the generator used %.0f %% of its share of the CPU (limit %.0f %%)",
                        target, load * 100, THRESHOLD * 100));
    }

    private Stream<Finding> nearTheCeiling(String target, Evidence evidence) {
        double throughput = evidence.median(target, Measurement::throughput);
        return evidence.ruler().map(ruler -> ruler.ceiling().perSecond()).stream()
                .flatMap(ceiling -> invalid(
                        throughput > THRESHOLD * ceiling,
                        target,
                        text(
                                "%s answered %,.0f requests/s, %.0f %% of the %,.0f/s that this generator can send (limit %.0f %%)",
                                target, throughput, throughput / ceiling * 100, ceiling, THRESHOLD * 100)));
    }
}
