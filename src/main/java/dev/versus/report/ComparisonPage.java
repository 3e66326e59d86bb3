package dev.versus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the template of {@link ComparisonHtml} shows, as texts.
 *
 * @param report the run
 * @param overall the answer at a glance
 * @param claims each claim's answer
 * @param targets each target's row
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
                report.results().judgements().stream().map(ClaimView::of).toList(),
                rows,
                Charts.of(report, rows));
    }

    RunHeader run() {
        return report.run();
    }

    Results results() {
        return report.results();
    }

    /** Returns a sentence for each claim whose verdict is another than when the run ended, without its full stop. */
    List<String> reconsidered() {
        return results().reconsidered().stream().map(Reconsidered::sentence).toList();
    }

    /** What became of each recommendation. */
    List<RecommendationView> recommended() {
        return RecommendationView.of(results());
    }

    /** What was published, beside ours. */
    List<PublishedView> published() {
        return PublishedView.of(results());
    }

    /** The ruler, where the run tells of it. */
    RulerView ruler() {
        return RulerView.of(results().ruler());
    }

    /** Who used CPU time, on any target; the generator last. */
    List<String> consumers() {
        Set<String> names = new TreeSet<>();
        targets.forEach(target -> target.cpu().forEach(consumer -> names.add(consumer.name())));
        boolean generator = names.remove("generator");
        List<String> ordered = new ArrayList<>(names);
        if (generator) {
            ordered.add("generator");
        }
        return ordered;
    }

    /** The CPU use of one consumer while one target had its turns; null if it had no part in it. */
    TargetRow.@Nullable Consumer cpu(TargetRow target, String consumer) {
        return target.cpu().stream()
                .filter(one -> one.name().equals(consumer))
                .findFirst()
                .orElse(null);
    }

    /** Services of which it is known, behind any target, what went in and out. */
    List<String> flowing() {
        return targets.stream()
                .flatMap(target -> target.flows().stream())
                .map(Flow::name)
                .distinct()
                .sorted()
                .toList();
    }

    boolean hasNetwork() {
        return targets.stream()
                .anyMatch(target ->
                        target.flows().stream().anyMatch(flow -> flow.network().isKnown()));
    }

    /** What went in and out of one service while one target had its turns; null if that is not known. */
    @Nullable
    Flow flow(TargetRow target, String service) {
        return target.flows().stream()
                .filter(flow -> flow.name().equals(service))
                .findFirst()
                .orElse(null);
    }

    /** Services whose figures come from a cgroup behind one target, and are added up over processes behind another. */
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

    /** Whether every target has the same workload, which the heading tells then. */
    boolean hasOneWorkload() {
        return run().targets().stream()
                        .map(RunHeader.TargetFacts::workload)
                        .distinct()
                        .count()
                == 1;
    }

    /** The warm-up in one sentence. */
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
                                : "its bound in time – it was not level, and figures may still be too slow");
    }
}
