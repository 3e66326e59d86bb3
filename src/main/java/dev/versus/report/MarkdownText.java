package dev.versus.report;

import dev.versus.ForeignText;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds GitHub-flavoured Markdown line by line. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** Adds a heading of the third level and an empty line. */
    void heading(String heading) {
        paragraph("### " + heading);
    }

    void row(String... cells) {
        row(Arrays.stream(cells));
    }

    void row(Stream<String> cells) {
        line(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Adds the line below a table's head: {@code ---} for texts, {@code --:} for figures. */
    void rule(String columns) {
        line("|" + columns + "|");
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    /** A line with an empty line behind it. */
    void paragraph(String line) {
        line(line);
        line("");
    }

    /** Text that means nothing to Markdown, HTML or a terminal. */
    static String plain(String text) {
        return ForeignText.line(text.replaceAll("\\R", " "))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1");
    }

    /** Returns the text between backticks; backticks in the text become apostrophes. */
    static String code(String text) {
        return "`" + ForeignText.line(text).replace('`', '\'') + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
