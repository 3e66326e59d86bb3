package dev.versus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Json;
import dev.versus.measurement.Round;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Judgement;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The numbers behind the charts of {@link ComparisonHtml}, as the page's script expects them.
 *
 * @param targets the targets' names, in the order of their colours
 * @param ratios one row for each claim on a ratio
 * @param percentiles one curve for each target
 * @param rounds every turn, in the order in which the turns ran
 * @param warmUp one line for each target
 * @param cpu one bar for each target
 * @param flows one bar for each target: bytes in and out of its services
 */
record Charts(
        List<String> targets,
        List<Ratio> ratios,
        List<Curve> percentiles,
        List<Turn> rounds,
        List<Line> warmUp,
        List<Bar> cpu,
        List<Flows> flows) {

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

    /** A turn: its start and end in s since the first round started, its throughput in requests/s, its median latency in ms. */
    record Turn(String target, int number, int turn, List<Double> span, double throughput, double p50) {}

    /** The throughput of each slice of the warm-up, in requests/s. */
    record Line(String target, List<Double> throughput) {}

    /** The CPU use of each consumer. */
    record Bar(String target, List<TargetRow.Consumer> consumers) {}

    /** The bytes in and out of each service. */
    record Flows(String target, List<Flow> services) {}

    static Charts of(Report report, List<TargetRow> rows) {
        List<String> targets = report.targets();
        return new Charts(
                targets,
                report.results().judgements().stream()
                        .filter(judgement -> judgement.estimate().isPresent())
                        .filter(judgement ->
                                judgement.claim().statement().subject().tellsFactor())
                        .map(Charts::ratio)
                        .toList(),
                targets.stream().map(target -> curve(target, report.outcome())).toList(),
                turns(report),
                report.run().targets().stream()
                        .map(target -> line(target.name(), report.outcome().warmUp()))
                        .toList(),
                rows.stream().map(row -> new Bar(row.name(), row.cpu())).toList(),
                rows.stream().map(row -> new Flows(row.name(), row.flows())).toList());
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

    private static List<Turn> turns(Report report) {
        Instant origin = report.outcome().rounds().stream()
                .map(Round::started)
                .min(Instant::compareTo)
                .orElse(report.run().started());
        return report.results().rounds().stream()
                .map(round -> turn(round, origin))
                .toList();
    }

    private static Turn turn(Results.RoundSummary round, Instant origin) {
        double start = Duration.between(origin, round.started()).toNanos() / 1e9;
        return new Turn(
                round.target(),
                round.number(),
                round.turn(),
                List.of(start, start + round.wallSeconds()),
                round.throughput(),
                round.p50Millis());
    }

    private static Line line(String target, WarmUp warmUp) {
        return new Line(
                target,
                warmUp.slices().stream()
                        .filter(slice -> slice.target().equals(target))
                        .map(WarmUp.Slice::throughput)
                        .toList());
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
