package dev.versus.report;

import dev.versus.ForeignText;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** GitHub-flavoured Markdown as it is written, line by line. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** A heading of the third level, with an empty line behind it. */
    void heading(String heading) {
        paragraph("### " + heading);
    }

    void row(String... cells) {
        row(Arrays.stream(cells));
    }

    void row(Stream<String> cells) {
        line(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** The line below a table's head: {@code ---} for texts, {@code --:} for figures. */
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

    /** Text between backticks, of which it has none itself. */
    static String code(String text) {
        return "`" + ForeignText.line(text).replace('`', '\'') + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
