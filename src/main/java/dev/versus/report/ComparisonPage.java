package dev.versus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The content of a comparison's page, for {@link ComparisonHtml} and {@link ComparisonMarkdown}.
 *
 * @param report the judged run
 * @param overall the overall answer
 * @param claims the answer to each claim
 * @param targets the row of each target
 * @param charts the numbers behind the charts
 */
record ComparisonPage(Report report, Overall overall, List<ClaimView> claims, List<TargetRow> targets, Charts charts) {

    static ComparisonPage of(Report report) {
        List<TargetRow> rows = report.results().targets().stream()
                .map(summary -> TargetRow.of(summary, report.outcome()))
                .toList();
        return new ComparisonPage(
                report,
                Overall.of(report),
                report.results().judgements().stream().map(ClaimView::new).toList(),
                rows,
                Charts.of(report, rows));
    }

    RunHeader run() {
        return report.run();
    }

    Results results() {
        return report.results();
    }

    /** Returns the names of all consumers of CPU time on any target, sorted, the generator last. */
    List<String> consumers() {
        Set<String> names = new TreeSet<>();
        targets.forEach(target -> names.addAll(target.cpu().keySet()));
        boolean generator = names.remove("generator");
        List<String> ordered = new ArrayList<>(names);
        if (generator) {
            ordered.add("generator");
        }
        return ordered;
    }

    /** Returns the names of services with network or block I/O figures on any target, sorted. */
    List<String> flowing() {
        return targets.stream()
                .flatMap(target -> target.flows().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    boolean hasNetwork() {
        return targets.stream()
                .flatMap(target -> target.flows().values().stream())
                .anyMatch(flow -> flow.network().isKnown());
    }

    /** Returns the services whose figures come from a cgroup for one target, and are added up over processes for another. */
    List<String> unlikeAccounts() {
        return consumers().stream()
                .filter(name -> targets.stream()
                                .flatMap(target -> Stream.ofNullable(
                                        target.summary().accounts().get(name)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    List<Fingerprints.Row> fingerprints() {
        return report.fingerprints().sideBySide(targetNames());
    }

    List<String> targetNames() {
        return run().targets().stream().map(RunHeader.TargetFacts::name).toList();
    }

    List<SweepChart> sweeps() {
        return SweepChart.of(results().sweeps());
    }

    /** Tells whether all targets have the same workload; the heading names it then. */
    boolean hasOneWorkload() {
        return run().targets().stream()
                        .map(RunHeader.TargetFacts::workload)
                        .distinct()
                        .count()
                == 1;
    }

    /** Describes the warm-up in one sentence. */
    String warmUp() {
        var warmUp = results().warmUp();
        if (warmUp.slices().isEmpty()) {
            return "No warm-up was recorded.";
        }
        return "%s requests in %s s, in slices of each target in turns, until %s."
                .formatted(
                        Figures.count(warmUp.requests()),
                        Figures.of(warmUp.seconds()),
                        warmUp.level()
                                ? "what a request costs was level"
                                : "its time limit – it was not level, and figures may still be too slow");
    }
}
