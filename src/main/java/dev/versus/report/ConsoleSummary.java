package dev.versus.report;

import dev.versus.ForeignText;
import dev.versus.statistics.Estimate;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.Locale;

/** Writes the summary for the console: the figures of each target, then the claims with their verdicts. */
public final class ConsoleSummary {

    private static final String LINE = "-".repeat(100);

    private ConsoleSummary() {}

    /** Returns the summary, which ends with a line break. */
    public static String of(Results results) {
        StringBuilder text = new StringBuilder();
        text.append(LINE).append('\n');
        text.append(format(
                "%s on %s, %d CPUs\n",
                results.run().run(),
                results.run().machine().jdk(),
                results.run().machine().cpus()));
        text.append(format("warm-up: %s\n", warmUp(results)));
        text.append(ruler(results));
        text.append(format("rounds: %s\n", results.extent().describe()));
        text.append(row("target", "rounds", "requests", "failed", "req/s", "mean ms", "p50", "p99", "max"));
        results.targets().forEach(target -> text.append(row(target)));
        results.targets().forEach(target -> text.append(failures(target)));
        results.run().targets().stream()
                .filter(target -> target.sources().isPresent())
                .forEach(target -> text.append(format("%-12s %s: %s\n", "sources", target.name(), target.place())));
        results.findings().forEach(finding -> text.append(finding(finding)));
        results.judgements().forEach(judgement -> text.append(judgement(judgement)));
        results.reconsidered().forEach(one -> text.append(format("%-12s %s\n", "RECONSIDERED", one.sentence())));
        RecommendationView.of(results)
                .forEach(one -> text.append(
                        format("%-12s %s: %s (%s)\n", "advice", one.standing(), one.advice(), one.because())));
        results.attributions().forEach(cause -> text.append(format("%-12s %s\n", "cause", cause.sentence())));
        PublishedView.of(results).forEach(published -> text.append(PublishedText.of(published)));
        results.restarts()
                .forEach(
                        spread -> text.append(format("%-12s %s: %s\n", "restarts", spread.claim(), spread.describe())));
        text.append(LINE).append('\n');
        return ForeignText.lines(text.toString()) + "\n";
    }

    private static String ruler(Results results) {
        String line = RulerView.of(results.ruler()).line();
        return line.isEmpty() ? "" : format("the ruler: %s\n", line);
    }

    private static String warmUp(Results results) {
        var warmUp = results.warmUp();
        return format(
                "%,d requests in %.1f s, %s",
                warmUp.requests(),
                warmUp.seconds(),
                warmUp.level() ? "level" : "NOT level: figures may still be too slow");
    }

    private static String row(TargetSummary target) {
        return row(
                target.target(),
                target.rounds(),
                format("%,d", target.requests()),
                target.failures().values().stream().mapToLong(Long::longValue).sum(),
                format("%,.0f", target.throughput()),
                latency(target, "mean"),
                latency(target, "p50"),
                latency(target, "p99"),
                latency(target, "max"));
    }

    private static String latency(TargetSummary target, String name) {
        Double millis = target.latencyMillis().get(name);
        return millis == null ? "-" : format("%.2f", millis);
    }

    private static String row(Object... cells) {
        return format("%-28s %6s %10s %7s %9s %9s %8s %8s %8s\n", cells);
    }

    private static String failures(TargetSummary target) {
        if (target.failures().isEmpty()) {
            return "";
        }
        return "  " + target.target() + ": " + String.join(", ", target.failureTexts()) + "\n";
    }

    private static String finding(Finding finding) {
        String word = finding.severity() == Finding.Severity.INVALIDATES ? "DIAGNOSTIC" : "note";
        return format(
                "%-12s %s: %s%n%12s likely cause: %s%n%12s next step: %s%n",
                word, finding.diagnostic(), finding.symptom(), "", finding.cause(), "", finding.nextStep());
    }

    private static String judgement(Judgement judgement) {
        String kind = ClaimView.kind(judgement.claim());
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%-12s %s: %s\n", word(judgement), kind, judgement.claim().text()));
        text.append(format("%12s %s%s\n", "", judgement.claim().statement().describe(), estimate(judgement)));
        if (!judgement.verdict().isDecided()) {
            text.append(format("%12s %s\n", "", judgement.reason()));
        }
        return text.toString();
    }

    private static String word(Judgement judgement) {
        return judgement.verdict() == Verdict.REFUTED && judgement.claim().gate()
                ? "BROKEN"
                : judgement.verdict().name();
    }

    private static String estimate(Judgement judgement) {
        return judgement.estimate().map(estimate -> "; " + measured(estimate)).orElse("");
    }

    private static String measured(Estimate estimate) {
        return estimate.interval().lower() == estimate.interval().upper()
                ? format("measured %s", figure(estimate.value()))
                : format(
                        "measured %s [%s, %s] at %.1f %%",
                        figure(estimate.value()),
                        figure(estimate.interval().lower()),
                        figure(estimate.interval().upper()),
                        estimate.confidence() * 100);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        return format(size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 1 ? "%.2f" : "%.4f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
