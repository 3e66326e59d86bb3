package dev.versus.report;

import dev.versus.verdict.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparison as GitHub-flavoured Markdown, to paste into a pull request. */
public final class ComparisonMarkdown {

    /** The file's name in a run's folder. */
    public static final String FILE = "comparison.md";

    private final ComparisonPage page;
    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown(ComparisonPage page) {
        this.page = page;
    }

    /** The whole document, ending with a line break. */
    public static String of(Report report) {
        ComparisonMarkdown markdown = new ComparisonMarkdown(ComparisonPage.of(report));
        markdown.head();
        markdown.claims();
        markdown.targets();
        markdown.cpu();
        markdown.flows();
        markdown.diagnostics();
        markdown.fingerprints();
        markdown.foot();
        return markdown.text.toString();
    }

    private void head() {
        line("## " + plain(RunTitle.of(page.run().simulation())) + ": "
                + plain(page.overall().headline()));
        line("");
        line(plain(RunTitle.sentence(page.run())));
        line("");
        if (!page.overall().alerts().isEmpty()) {
            line("> [!WARNING]");
            page.overall().alerts().forEach(alert -> line("> - " + plain(alert)));
            line("");
        }
        line("Run `%s`, %s, on %s."
                .formatted(
                        page.run().run(),
                        Figures.moment(page.run().started()),
                        plain(RunTitle.machine(page.run().machine()))));
        line("");
    }

    private void claims() {
        line("### Claims and verdicts");
        line("");
        if (page.claims().isEmpty()) {
            line("This comparison claims nothing.");
            line("");
            return;
        }
        row("Verdict", "Claim", "Measured", "Interval", "Required", "Smallest visible difference");
        rule("---|---|--:|--:|--:|--:");
        page.claims().forEach(this::claim);
        line("");
        page.claims().forEach(claim -> line("- **" + plain(claim.text()) + "**: " + plain(claim.reason()) + "."));
        line("");
    }

    private void claim(ClaimView claim) {
        row(
                claim.tone().mark() + " **" + claim.tone().word() + "**",
                plain(claim.text()) + " (" + claim.kind() + ")<br>" + plain(claim.statement()),
                claim.change().isEmpty() ? claim.measured() : claim.measured() + " (" + claim.change() + ")",
                claim.intervalInFull(),
                claim.required(),
                claim.visible());
    }

    private void targets() {
        line("### Targets");
        line("");
        row(Stream.concat(
                        Stream.of("Target", "Requests", "Failed", "Throughput /s"),
                        TargetRow.COLUMNS.stream().map(column -> column + " ms"))
                .toArray(String[]::new));
        rule("---" + "|--:".repeat(3 + TargetRow.COLUMNS.size()));
        page.targets().forEach(this::target);
        line("");
        page.targets().stream()
                .filter(target -> !target.failures().isEmpty())
                .forEach(target ->
                        line("- " + plain(target.name()) + " failed: " + String.join(", ", target.failures()) + "."));
        line("- " + page.results().extent().describe());
        line("- Warm-up: " + page.warmUp());
        if (!page.ruler().line().isEmpty()) {
            line("- The ruler: " + plain(page.ruler().line()));
        }
        page.results()
                .restarts()
                .forEach(spread -> line("- Restarts, " + plain(spread.claim()) + ": " + spread.describe()));
        line("");
    }

    private void target(TargetRow target) {
        row(Stream.concat(
                        Stream.of(
                                plain(target.name()),
                                Figures.count(target.summary().requests()),
                                Figures.count(target.failed()),
                                Figures.of(target.summary().throughput())),
                        target.latencies().stream().map(TargetRow.Latency::text))
                .toArray(String[]::new));
    }

    private void cpu() {
        if (page.consumers().isEmpty()) {
            return;
        }
        line("### CPU seconds for 1000 requests (cores busy)");
        line("");
        List<TargetRow> targets = page.targets();
        row(Stream.concat(Stream.of("Consumer"), targets.stream().map(target -> plain(target.name())))
                .toArray(String[]::new));
        rule("---" + "|--:".repeat(targets.size()));
        page.consumers()
                .forEach(consumer -> row(Stream.concat(
                                Stream.of(plain(consumer)), targets.stream().map(target -> cpu(target, consumer)))
                        .toArray(String[]::new)));
        line("");
    }

    private String cpu(TargetRow target, String consumer) {
        TargetRow.Consumer used = page.cpu(target, consumer);
        return used == null
                ? Figures.NONE
                : Figures.withDecimals(used.perThousand(), 3) + " (" + Figures.withDecimals(used.cores(), 2) + ")";
    }

    private void flows() {
        if (page.flowing().isEmpty()) {
            return;
        }
        line("### Network and block I/O, KiB for 1000 requests");
        line("");
        row("Service", "Target", "Received", "Sent", "Read", "Written", "Throttled s");
        rule("---|---|--:|--:|--:|--:|--:");
        page.targets()
                .forEach(target -> target.flows()
                        .forEach(flow -> row(
                                plain(flow.name()),
                                plain(target.name()),
                                Flow.text(flow.network().in()),
                                Flow.text(flow.network().out()),
                                Flow.text(flow.block().in()),
                                Flow.text(flow.block().out()),
                                Flow.text(flow.throttledSeconds()))));
        line("");
    }

    private void diagnostics() {
        line("### Diagnostics");
        line("");
        if (page.results().findings().isEmpty()) {
            line("No diagnostic found anything that speaks against the measurement.");
        }
        page.results().findings().forEach(this::finding);
        line("");
    }

    private void finding(Finding finding) {
        line("- **%s** (%s): %s Likely cause: %s Next step: %s"
                .formatted(
                        plain(finding.diagnostic()),
                        finding.severity() == Finding.Severity.INVALIDATES ? "makes verdicts invalid" : "worth knowing",
                        plain(finding.symptom()),
                        plain(finding.cause()),
                        plain(finding.nextStep())));
    }

    private void fingerprints() {
        List<Fingerprints.Row> different =
                page.fingerprints().stream().filter(Fingerprints.Row::differs).toList();
        if (different.isEmpty()) {
            return;
        }
        line("### Fingerprints that differ");
        line("");
        row(Stream.concat(
                        Stream.of("Service", "What"),
                        page.targetNames().stream().map(ComparisonMarkdown::plain))
                .toArray(String[]::new));
        rule("---|---" + "|---".repeat(page.targetNames().size()));
        different.forEach(one -> row(Stream.concat(Stream.of(one.service(), one.key()), one.values().stream())
                .map(ComparisonMarkdown::plain)
                .toArray(String[]::new)));
        line("");
    }

    private void foot() {
        line("### Run it again");
        line("");
        line("```sh");
        line(RunAgain.command(page.run()));
        line("```");
    }

    private void row(String... cells) {
        line(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void rule(String columns) {
        line("|" + columns + "|");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Text that means nothing to Markdown or HTML. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1")
                .replaceAll("\\R", " ");
    }
}
