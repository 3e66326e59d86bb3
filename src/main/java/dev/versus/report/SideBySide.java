package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.report.RunHeader.TargetFacts;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target beside its baseline: whether it is slower to serve, and whether it is dearer. No claim is needed for that.
 *
 * @param speed told by throughput, or by the median latency if a timetable or think time sets the pace
 * @param cost told by the CPU time of all services for each answered request
 * @param costInTurns the same as turns alone tell it; empty unless {@code cost} is read from duets
 */
public record SideBySide(
        String target,
        String baseline,
        Contrast speed,
        Contrast cost,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Contrast> costInTurns) {

    private static final Metric MEDIAN = new LatencyPercentile(new Percentile(50));

    /** Compares the pairs of targets that claims compare; if there are none, each target with its baseline. */
    static List<SideBySide> of(JudgedDraw draw) {
        RunHeader run = draw.run().run();
        List<List<String>> claimed = run.claims().stream()
                .filter(claim -> !Control.isControl(claim))
                .map(claim -> claim.statement().subject().targets())
                .filter(targets -> targets.size() == 2)
                .distinct()
                .toList();
        return (claimed.isEmpty() ? unclaimed(run.targets()) : claimed)
                .stream()
                        .filter(pair -> !draw.observed().turns().isEmpty())
                        .map(pair -> of(pair.get(1), pair.get(0), draw))
                        .toList();
    }

    private static List<List<String>> unclaimed(List<TargetFacts> all) {
        return all.stream()
                .map(target -> List.of(baseline(target, all), target.name()))
                .filter(pair -> !pair.get(0).equals(pair.get(1)))
                .toList();
    }

    /** Returns the first target under the same workload; where no other target has this workload, the first of all. */
    static String baseline(TargetFacts target, List<TargetFacts> all) {
        List<String> alike = all.stream()
                .filter(other -> other.workload().equals(target.workload()))
                .map(TargetFacts::name)
                .toList();
        return alike.size() > 1 ? alike.get(0) : all.get(0).name();
    }

    private static SideBySide of(String target, String baseline, JudgedDraw draw) {
        Metric speed = Stream.of(target, baseline).anyMatch(draw.run()::isPaced) ? MEDIAN : Figure.THROUGHPUT;
        Subject.Ratio cost = new Subject.Ratio(Figure.CPU_PER_REQUEST, target, baseline);
        return new SideBySide(
                target,
                baseline,
                contrast(new Subject.Ratio(speed, target, baseline), draw),
                contrast(cost, draw),
                Optional.of(draw)
                        .filter(both -> both.judge().basis(cost) == Basis.DUETS)
                        .map(both -> contrast(cost, both.inTurns())));
    }

    private static Contrast contrast(Subject.Ratio ratio, JudgedDraw draw) {
        Claim claim = new Claim(ratio.describe(), ratio.isAtLeast(1), false);
        return Contrast.of(
                draw.judged(claim),
                Diagnostics.doubt(ratio, draw.run().findings()).map(Finding::diagnostic));
    }

    /** Returns the ratio that tells a contrast of this pair. */
    Subject.Ratio ratio(Contrast contrast) {
        return new Subject.Ratio(contrast.metric(), target, baseline);
    }

    /** Describes a contrast of this pair in one line. */
    String sentence(Contrast contrast) {
        return target + " relative to " + baseline + ": " + contrast.answer() + " (" + grounds(contrast) + ")";
    }

    /** Returns the figures behind a contrast of this pair; of a cost that is read from duets, those of turns, too. */
    String grounds(Contrast contrast) {
        Stream<Contrast> alone = contrast.equals(cost) ? costInTurns.stream() : Stream.empty();
        return Stream.concat(Stream.of(contrast), alone).map(Contrast::grounds).collect(Collectors.joining("; "));
    }
}
