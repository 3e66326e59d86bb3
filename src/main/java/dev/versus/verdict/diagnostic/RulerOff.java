package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Ruler;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds latencies at which the load generator is known to be inaccurate, by the ruler's deviation under the most similar load.
 *
 * <p>Formula: 1.5 × |the ruler's deviation of p50, and of p99| at the rate nearest to the target's throughput and the delay nearest to its
 * median latency, on logarithmic scales. The factor 1.5 covers the spread between readings: of 64 later readings 58 were within it.
 * Threshold: 3 % of the target's own figure, but at least 0.1 ms, because a good part of that is the wire and two wake-ups. Source: JCGM
 * 200:2012 (VIM), 4.20, instrumental bias, and 2.22, intermediate precision condition of measurement.
 *
 * <p>Severity: a warning, because the error affects both targets of a ratio alike; absolute latencies are too long.
 */
final class RulerOff extends TargetDiagnostic {

    private static final double SHARE = 0.03;
    private static final double LEAST_MILLIS = 0.1;
    /** The factor by which another reading may be further off. */
    private static final double ANOTHER_READING = 1.5;

    RulerOff() {
        super(
                "ruler-off",
                Scope.LATENCY,
                "other threads or programs kept the generator's event loops waiting for a CPU, which high percentiles show first",
                "take latencies as upper bounds, stop other programs on the machine, or give the generator more CPUs");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        Latencies shown = evidence.total(target).latencies();
        return evidence.ruler().flatMap(ruler -> nearest(target, ruler, evidence)).stream()
                .flatMap(off ->
                        Stream.concat(examine(target, 50, shown, off.p50()), examine(target, 99, shown, off.p99())));
    }

    private static Optional<Ruler.Deviation> nearest(String target, Ruler ruler, Evidence evidence) {
        double millis = evidence.total(target).latencies().percentileMillis(50);
        double perSecond = evidence.median(target, Measurement::throughput);
        boolean paced = evidence.isPaced(target);
        Comparator<Ruler.Deviation> byRate = Comparator.comparingDouble(off ->
                off.rate().map(rate -> distance(rate.perSecond(), perSecond)).orElse(0.0));
        return millis <= 0 || perSecond <= 0
                ? Optional.empty()
                : ruler.deviations().stream()
                        .filter(off -> off.rate().isPresent() == paced)
                        .min(byRate.thenComparingDouble(off -> distance(millis(off.delay()), millis)));
    }

    private static double distance(double one, double other) {
        return Math.abs(Math.log(one / other));
    }

    private Stream<Finding> examine(String target, int percent, Latencies shown, Duration known) {
        double off = millis(known);
        double limit = Math.max(LEAST_MILLIS, SHARE * shown.percentileMillis(percent));
        return warning(
                Math.abs(off) * ANOTHER_READING > limit,
                target,
                text(
                        "the p%d of %s is %.3f ms; at such latencies the ruler found the generator off by %+.3f ms, and another time it can be %+.3f ms (limit %.3f ms)",
                        percent, target, shown.percentileMillis(percent), off, off * ANOTHER_READING, limit));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
