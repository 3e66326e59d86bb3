package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.List;
import java.util.Optional;
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
final class GeneratorSaturated implements TargetDiagnostic {

    private static final double THRESHOLD = 0.7;

    private static final Advice ADVICE = new Advice(
            "generator-saturated",
            Scope.SPEED,
            "the target answers faster than the load generator can send, so the figures show the generator's limit",
            "lower the load below the generator's ceiling (a constant rate, say), or give the generator CPUs of its own");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        return Stream.concat(busy(target, evidence).stream(), nearTheCeiling(target, evidence).stream());
    }

    private static Optional<Finding> busy(String target, Evidence evidence) {
        double load = loadOn(target, evidence);
        return load <= THRESHOLD
                ? Optional.empty()
                : Optional.of(ADVICE.invalidates(
                        List.of(target),
                        text(
                                "while it loaded %s the generator used %.0f %% of its share of the CPU (limit %.0f %%)",
                                target, load * 100, THRESHOLD * 100)));
    }

    private static double loadOn(String target, Evidence evidence) {
        Measurement total = evidence.total(target);
        double used = total.wallSeconds() > 0 ? total.cpu().generator() / total.wallSeconds() : 0;
        return used / evidence.generatorCpus();
    }

    private static Optional<Finding> nearTheCeiling(String target, Evidence evidence) {
        double throughput = Medians.of(evidence.roundsOf(target).stream()
                .map(Round::measurement)
                .mapToDouble(Measurement::throughput)
                .toArray());
        return evidence.ruler()
                .map(ruler -> ruler.ceiling().perSecond())
                .filter(ceiling -> throughput > THRESHOLD * ceiling)
                .map(ceiling -> ADVICE.invalidates(
                        List.of(target),
                        text(
                                "%s answered %,.0f requests/s, %.0f %% of the %,.0f/s that this generator can send (limit %.0f %%)",
                                target, throughput, throughput / ceiling * 100, ceiling, THRESHOLD * 100)));
    }
}
