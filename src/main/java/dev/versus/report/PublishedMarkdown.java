package dev.versus.report;

import static dev.versus.report.MarkdownText.plain;

/** Writes the section of {@link ComparisonMarkdown} with published figures beside the measured ones. */
record PublishedMarkdown(MarkdownText text) {

    void write(PublishedView published) {
        text.heading("Published: " + plain(published.title()));
        text.paragraph("Published figures: " + plain(published.setup())
                + ". Absolute figures differ between machines, ratios less.");
        published.tables().forEach(this::write);
    }

    private void write(PublishedView.Table table) {
        text.row(
                plain(table.name()),
                "Published for",
                "Published",
                "Measured",
                "Interval",
                "Measured ÷ published",
                "Measured is",
                "Metric");
        text.rule("---|---|--:|--:|--:|--:|---|---");
        table.lines().forEach(this::write);
        text.line("");
    }

    private void write(PublishedView.Line line) {
        text.row(
                plain(line.row()),
                plain(line.whose()),
                plain(line.theirs()),
                line.ours(),
                line.intervalInFull(),
                line.times(),
                line.agreement(),
                plain(line.subject()));
    }
}
