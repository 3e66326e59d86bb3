package dev.versus.report;

import static dev.versus.report.MarkdownText.plain;

import dev.versus.verdict.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Writes {@code comparison.md}: the comparison as GitHub-flavoured Markdown, to paste into a pull request. */
public final class ComparisonMarkdown {

    /** The file's name in a run's folder. */
    public static final String FILE = "comparison.md";

    private final ComparisonPage page;
    private final MarkdownText text = new MarkdownText();

    private ComparisonMarkdown(ComparisonPage page) {
        this.page = page;
    }

    /** Returns the report as one Markdown document that ends with a line break. */
    public static String of(Report report) {
        ComparisonMarkdown markdown = new ComparisonMarkdown(ComparisonPage.of(report));
        markdown.head();
        markdown.claims();
        markdown.recommended();
        new AttributionMarkdown(markdown.text).write(markdown.page.results().attributions());
        markdown.page.published().forEach(new PublishedMarkdown(markdown.text)::write);
        markdown.targets();
        markdown.cpu();
        markdown.flows();
        markdown.diagnostics();
        markdown.fingerprints();
        markdown.foot();
        return markdown.text.toString();
    }

    private void recommended() {
        List<RecommendationView> all = page.recommended();
        if (!all.isEmpty()) {
            text.heading("What to do");
            all.forEach(one -> text.line("- **" + one.standing() + "**: " + plain(one.advice()) + ". Grounds: "
                    + plain(one.because()) + "."));
            text.line("");
        }
    }

    private void head() {
        text.paragraph("## " + plain(RunTitle.of(page.run().simulation())) + ": "
                + plain(page.overall().headline()));
        text.paragraph(plain(RunTitle.sentence(page.run())));
        if (!page.overall().alerts().isEmpty()) {
            text.line("> [!WARNING]");
            page.overall().alerts().forEach(alert -> text.line("> - " + plain(alert)));
            text.line("");
        }
        text.paragraph("Run %s, %s, on %s."
                .formatted(
                        MarkdownText.code(page.run().run()),
                        Figures.moment(page.run().started()),
                        plain(RunTitle.machine(page.run().machine()))));
    }

    private void claims() {
        text.heading("Claims and verdicts");
        if (page.claims().isEmpty()) {
            text.paragraph("This comparison claims nothing.");
            return;
        }
        text.row("Verdict", "Claim", "Measured", "Interval", "Required", "Smallest visible difference");
        text.rule("---|---|--:|--:|--:|--:");
        page.claims().forEach(this::claim);
        text.line("");
        page.claims().forEach(claim -> text.line("- **" + plain(claim.text()) + "**: " + plain(claim.reason()) + "."));
        page.reconsidered().forEach(one -> text.line("- Reconsidered: " + plain(one) + "."));
        text.line("");
    }

    private void claim(ClaimView claim) {
        text.row(
                claim.tone().mark() + " **" + claim.tone().word() + "**",
                plain(claim.text()) + " (" + claim.kind() + ")<br>" + plain(claim.statement()),
                claim.change().isEmpty() ? claim.measured() : claim.measured() + " (" + claim.change() + ")",
                claim.intervalInFull(),
                claim.required(),
                claim.visible());
    }

    private void targets() {
        text.heading("Targets");
        text.row(Stream.concat(
                Stream.of("Target", "Requests", "Failed", "Throughput /s"),
                TargetRow.COLUMNS.stream().map(column -> column + " ms")));
        text.rule("---" + "|--:".repeat(3 + TargetRow.COLUMNS.size()));
        page.targets().forEach(this::target);
        text.line("");
        page.targets().stream()
                .filter(target -> !target.failures().isEmpty())
                .forEach(target -> text.line(
                        "- " + plain(target.name()) + " failed: " + String.join(", ", target.failures()) + "."));
        page.run().targets().stream()
                .filter(target -> target.sources().isPresent())
                .forEach(target -> text.line("- " + plain(target.name()) + ": " + plain(target.place()) + "."));
        text.line("- " + page.results().extent().describe());
        text.line("- Warm-up: " + page.warmUp());
        if (!page.ruler().line().isEmpty()) {
            text.line("- The ruler: " + plain(page.ruler().line()));
        }
        page.results()
                .restarts()
                .forEach(spread -> text.line("- Restarts, " + plain(spread.claim()) + ": " + spread.describe()));
        text.line("");
    }

    private void target(TargetRow target) {
        text.row(Stream.concat(
                Stream.of(
                        plain(target.name()),
                        Figures.count(target.summary().requests()),
                        Figures.count(target.failed()),
                        Figures.of(target.summary().throughput())),
                target.latencies().stream().map(TargetRow.Latency::text)));
    }

    private void cpu() {
        if (page.consumers().isEmpty()) {
            return;
        }
        text.heading("CPU seconds for 1000 requests (cores busy)");
        List<TargetRow> targets = page.targets();
        text.row(Stream.concat(Stream.of("Consumer"), targets.stream().map(target -> plain(target.name()))));
        text.rule("---" + "|--:".repeat(targets.size()));
        page.consumers()
                .forEach(consumer -> text.row(Stream.concat(
                        Stream.of(plain(consumer)), targets.stream().map(target -> cpu(target, consumer)))));
        text.line("");
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
        text.heading("Network and block I/O, KiB for 1000 requests");
        text.row("Service", "Target", "Received", "Sent", "Read", "Written", "Throttled s");
        text.rule("---|---|--:|--:|--:|--:|--:");
        page.targets()
                .forEach(target -> target.flows()
                        .forEach(flow -> text.row(
                                plain(flow.name()),
                                plain(target.name()),
                                Flow.text(flow.network().in()),
                                Flow.text(flow.network().out()),
                                Flow.text(flow.block().in()),
                                Flow.text(flow.block().out()),
                                Flow.text(flow.throttledSeconds()))));
        text.line("");
    }

    private void diagnostics() {
        text.heading("Diagnostics");
        if (page.results().findings().isEmpty()) {
            text.line("No diagnostic found a reason to doubt the measurement.");
        }
        page.results().findings().forEach(this::finding);
        text.line("");
    }

    private void finding(Finding finding) {
        text.line("- **%s** (%s): %s. Likely cause: %s. Next step: %s."
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
        text.heading("Fingerprints that differ");
        text.row(Stream.concat(
                Stream.of("Service", "What"), page.targetNames().stream().map(MarkdownText::plain)));
        text.rule("---|---" + "|---".repeat(page.targetNames().size()));
        different.forEach(one -> text.row(Stream.concat(Stream.of(one.service(), one.key()), one.values().stream())
                .map(MarkdownText::plain)));
        text.line("");
    }

    private void foot() {
        text.heading("Run it again");
        text.line("```sh");
        text.line(RunAgain.command(page.run()));
        text.line("```");
    }
}
