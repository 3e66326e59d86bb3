package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Observations;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds pairs of targets whose ratio of CPU time a request is another one when both are loaded at once than when each is loaded alone.
 *
 * <p>Threshold: the two intervals of the ratio, each with 95 %, do not meet.
 *
 * <p>Severity: a warning. Each figure is right for its load, the page shows both, and turns are the coarser measurement: other load on the
 * machine moves them apart, too.
 */
final class DuetsDisagree extends PairDiagnostic {

    DuetsDisagree() {
        super(
                "duets-disagree",
                Finding.Scope.RESOURCES,
                "the targets contend for something beside the CPU when they are loaded at once: a cache of the processor, a disk, a lock,"
                        + " a database outside their deployments",
                "look at both figures; leave duets out by -Dversus.duets=false if each target will run alone");
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        var ratio = new Subject.Ratio(Figure.CPU_PER_REQUEST, pair.b(), pair.a());
        Observations observed = evidence.counted().counted();
        Judge judge = new Judge(observed, Confidence.USUAL);
        Optional<Estimate> inTurns =
                new Judge(Observations.ofTurns(observed.turns()), Confidence.USUAL).estimate(ratio);
        return judge.estimate(ratio).stream()
                .filter(atOnce -> judge.basis(ratio) == Basis.DUETS)
                .flatMap(atOnce -> inTurns.stream().flatMap(alone -> examine(pair, atOnce, alone)));
    }

    private Stream<Finding> examine(Pair pair, Estimate atOnce, Estimate alone) {
        boolean apart = atOnce.interval().upper() < alone.interval().lower()
                || alone.interval().upper() < atOnce.interval().lower();
        return finding(
                apart,
                false,
                pair,
                text(
                        "a request to %s takes %.3f times the CPU time of one to %s when both are loaded at once, and %.3f times in turns",
                        pair.b(), atOnce.value(), pair.a(), alone.value()));
    }
}
