package dev.versus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Json;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Judgement;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The numbers behind the charts of {@link ComparisonHtml}, as the page's script expects them.
 *
 * @param targets the targets' names, in the order of their colours
 * @param ratios one row for each claim on a ratio; a ratio of 0 has no place on their logarithmic axis
 * @param percentiles one curve for each target
 * @param rounds every turn, in the order in which the turns ran
 * @param warmUp every slice of the warm-up, in order
 * @param bars one bar for each target
 */
record Charts(
        List<String> targets,
        List<Ratio> ratios,
        List<Curve> percentiles,
        List<Results.RoundSummary> rounds,
        List<WarmUp.Slice> warmUp,
        List<Bar> bars) {

    private static final double BEYOND = 30;
    private static final double STEP = 0.02;

    /** A ratio with its interval and its required range; an open end of that range is absent. */
    record Ratio(
            String label,
            String subject,
            String verdict,
            String figures,
            double value,
            List<Double> interval,
            List<Optional<Double>> required) {}

    /** Points of [nines, latency in ms]: 90 % is at 1, 99 % at 2, 99.9 % at 3. */
    record Curve(String target, List<List<Double>> points) {}

    /** The CPU use of each consumer, and the bytes in and out of each service. */
    record Bar(String target, Collection<TargetRow.Consumer> consumers, Collection<Flow> services) {}

    static Charts of(Report report, List<TargetRow> rows) {
        List<String> targets = report.targets();
        return new Charts(
                targets,
                report.results().judgements().stream()
                        .filter(judgement -> judgement
                                .estimate()
                                .filter(ratio -> ratio.interval().lower() > 0)
                                .isPresent())
                        .filter(judgement ->
                                judgement.claim().statement().subject().tellsFactor())
                        .map(Charts::ratio)
                        .toList(),
                targets.stream().map(target -> curve(target, report.outcome())).toList(),
                report.results().rounds(),
                report.results().warmUp().slices(),
                rows.stream()
                        .map(row -> new Bar(
                                row.name(), row.cpu().values(), row.flows().values()))
                        .toList());
    }

    private static Ratio ratio(Judgement judgement) {
        var estimate = judgement.estimate().orElseThrow();
        var claim = judgement.claim();
        Interval required = claim.statement().expectation().required();
        return new Ratio(
                claim.text(),
                claim.statement().subject().describe(),
                Tone.of(judgement).word(),
                Figures.value(estimate) + "  [" + Figures.interval(estimate).replace(" to ", ", ") + "]",
                estimate.value(),
                List.of(estimate.interval().lower(), estimate.interval().upper()),
                List.of(finite(required.lower()), finite(required.upper())));
    }

    private static Optional<Double> finite(double end) {
        return Double.isFinite(end) ? Optional.of(end) : Optional.empty();
    }

    private static Curve curve(String target, Outcome outcome) {
        Histogram micros = outcome.total(target).latencies().histogram();
        double last = Math.log10(Math.max(1, micros.getTotalCount() / BEYOND));
        List<List<Double>> points = new ArrayList<>();
        for (double nines = 0; nines <= last; nines += STEP) {
            double percent = 100 * (1 - Math.pow(10, -nines));
            points.add(List.of(round(nines), micros.getValueAtPercentile(percent) / 1e3));
        }
        return new Curve(target, points);
    }

    private static double round(double nines) {
        return Math.round(nines * 1e3) / 1e3;
    }

    /** Returns the numbers as JSON, escaped so that it can stand in a script element. */
    String json() {
        ObjectMapper mapper = Json.lines();
        try {
            return mapper.writeValueAsString(this)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
