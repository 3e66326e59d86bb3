package dev.versus.report;

import java.util.Locale;

/** Writes the lines of {@link ConsoleSummary} with published figures beside the measured ones. */
final class PublishedText {

    private PublishedText() {}

    /** Returns the title and one line for each figure. */
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
