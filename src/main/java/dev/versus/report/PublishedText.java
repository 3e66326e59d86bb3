package dev.versus.report;

import java.util.Locale;

/** What was published, beside ours, as lines of {@link ConsoleSummary}. */
final class PublishedText {

    private PublishedText() {}

    /** A line a figure, under the title. */
    static String of(PublishedView published) {
        StringBuilder text = new StringBuilder();
        text.append(line("published", published.title() + " (" + published.setup() + ")"));
        published
                .tables()
                .forEach(table -> table.lines().forEach(figure -> text.append(line("", table.name(), figure))));
        return text.toString();
    }

    private static String line(String head, String table, PublishedView.Line figure) {
        String ours = figure.ours().equals(Figures.NONE)
                ? figure.subject()
                : figure.ours() + " [" + figure.intervalInFull() + "], " + figure.agreement();
        return line(
                head, table + ", " + figure.row() + ", " + figure.whose() + ": " + figure.theirs() + "; here " + ours);
    }

    private static String line(String head, String text) {
        return String.format(Locale.ROOT, "%-12s %s\n", head, text);
    }
}
