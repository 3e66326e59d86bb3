package dev.versus.report;

import static dev.versus.report.MarkdownText.plain;

import dev.versus.verdict.attribution.Attribution;
import java.util.List;

/** Writes the section of {@link ComparisonMarkdown} on the causes of differences. */
record AttributionMarkdown(MarkdownText text) {

    void write(List<Attribution> causes) {
        if (!causes.isEmpty()) {
            text.heading("What causes the difference");
            causes.forEach(this::write);
        }
    }

    private void write(Attribution cause) {
        text.paragraph(plain(cause.sentence()));
        AttributionView view = AttributionView.of(cause);
        text.row(plain(view.subject()), "From, to", "Ratio", "Interval", "Share", "Interval", "Explained by");
        text.rule("---|---|--:|--:|--:|--:|---");
        view.lines()
                .forEach(line -> text.row(
                        plain(line.step()),
                        plain(line.targets()),
                        line.ratio(),
                        line.interval(),
                        line.share(),
                        line.shareInterval(),
                        line.explainedBy()));
        text.line("");
    }
}
