package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.statistics.Estimate;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes the summary for the console: the figures of each target, then the claims with their verdicts. */
public record ConsoleSummary(Results results) {

    /** Returns the summary, which ends with a line break. */
    public static String of(Results results) {
        String text = new Template("console.jte").text(new ConsoleSummary(results), UnaryOperator.identity());
        return ForeignText.lines(text) + "\n";
    }

    String warmUp() {
        var warmUp = results.warmUp();
        return format(
                "%,d requests in %.1f s, %s",
                warmUp.requests(),
                warmUp.seconds(),
                warmUp.level() ? "level" : "NOT level: figures may still be too slow");
    }

    static String row(TargetSummary target) {
        return row(
                target.target(),
                target.rounds(),
                format("%,d", target.requests()),
                target.failed(),
                format("%,.0f", target.throughput()),
                latency(target.latencyMillis(), "mean"),
                latency(target.latencyMillis(), "p50"),
                latency(target.latencyMillis(), "p99"),
                latency(target.latencyMillis(), "max"));
    }

    static String row(EndpointSummary endpoint) {
        return row(
                "  " + endpoint.endpoint(),
                "",
                format("%,d", endpoint.requests()),
                endpoint.failed(),
                format("%,.0f", endpoint.throughput()),
                latency(endpoint.latencyMillis(), "mean"),
                latency(endpoint.latencyMillis(), "p50"),
                latency(endpoint.latencyMillis(), "p99"),
                latency(endpoint.latencyMillis(), "max"));
    }

    private static String latency(Map<String, Double> latencyMillis, String name) {
        Double millis = latencyMillis.get(name);
        return millis == null ? "-" : format("%.2f", millis);
    }

    static String row(Object... cells) {
        return format("%-28s %6s %10s %7s %9s %9s %8s %8s %8s", cells);
    }

    static String word(Judgement judgement) {
        return format("%-12s", Tone.of(judgement));
    }

    /** Returns a line for each answer that no claim's line gives already. */
    List<String> sideBySide() {
        return results.sideBySide().stream()
                .flatMap(pair -> Stream.of(pair.speed(), pair.cost())
                        .filter(contrast -> !isClaimed(pair.ratio(contrast)))
                        .map(contrast -> format("%-12s %s", contrast.aspect(), pair.sentence(contrast))))
                .toList();
    }

    private boolean isClaimed(Subject.Ratio ratio) {
        return results.judgements().stream()
                .anyMatch(judgement -> judgement.claim().statement().subject().equals(ratio));
    }

    static String estimate(Judgement judgement) {
        return judgement.estimate().map(ConsoleSummary::measured).orElse("");
    }

    private static String measured(Estimate estimate) {
        String measured = "; measured " + figure(estimate.value());
        return estimate.interval().lower() == estimate.interval().upper()
                ? measured
                : measured
                        + format(
                                " [%s, %s] at %s",
                                figure(estimate.interval().lower()),
                                figure(estimate.interval().upper()),
                                Figures.confidence(estimate.confidence()));
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        return Figures.withDecimals(value, size >= 100 || value == Math.rint(value) ? 0 : size >= 1 ? 2 : 4);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
