package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Latencies;
import dev.versus.measurement.Ruler;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The load generator may be off at latencies like these: by its reading of the ruler, under load of the same kind, at the rate and
 * then the delay nearest to the target's throughput and median, another one can be further from the truth than a latency may be.
 *
 * <p>Formula: |the ruler's deviation of p50, and of p99, at the rate and the delay nearest on a logarithmic scale| over the target's own
 * figure, and half as much again, for a reading is one of many: of 64 later ones 58 were within that. Threshold: 3 % of the figure, and
 * 0.1 ms at least, of which a good part is the wire and two wake-ups. Source: JCGM 200:2012 (VIM), 4.20, instrumental bias, and 2.22,
 * intermediate precision condition of measurement.
 *
 * <p>Severity: a warning, for the error falls on both targets of a ratio alike; it is the absolute figures that are too long.
 */
final class RulerOff implements TargetDiagnostic {

    private static final double SHARE = 0.03;
    private static final double LEAST_MILLIS = 0.1;
    /** How many times as far another reading may be off. */
    private static final double ANOTHER_READING = 1.5;

    private static final Advice ADVICE = new Advice(
            "ruler-off",
            Scope.LATENCY,
            "other threads or programs keep the generator's event loops from the CPU, which the tail shows first",
            "read latencies as bounds from above, leave the machine to the run, or give the generator more CPUs");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        Latencies shown = evidence.total(target).latencies();
        return evidence.ruler().flatMap(ruler -> nearest(target, ruler, evidence)).stream()
                .flatMap(off -> Stream.of(finding(target, 50, shown, off.p50()), finding(target, 99, shown, off.p99()))
                        .flatMap(Optional::stream));
    }

    private static Optional<Ruler.Deviation> nearest(String target, Ruler ruler, Evidence evidence) {
        double millis = evidence.total(target).latencies().percentileMillis(50);
        double perSecond = Medians.of(evidence.roundsOf(target).stream()
                .mapToDouble(round -> round.measurement().throughput())
                .toArray());
        boolean paced = evidence.workloadOf(target).filter(Workload::isPaced).isPresent();
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

    private static Optional<Finding> finding(String target, int percent, Latencies shown, Duration known) {
        double off = millis(known);
        double limit = Math.max(LEAST_MILLIS, SHARE * shown.percentileMillis(percent));
        return Math.abs(off) * ANOTHER_READING <= limit
                ? Optional.empty()
                : Optional.of(ADVICE.warns(
                        List.of(target),
                        text(
                                "the p%d of %s is %.3f ms, and this generator was read to be off by %+.3f ms there, which can be %+.3f ms another time (limit %.3f ms)",
                                percent, target, shown.percentileMillis(percent), off, off * ANOTHER_READING, limit)));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
