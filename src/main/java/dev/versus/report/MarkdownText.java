package dev.versus.report;

import dev.versus.ForeignText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** GitHub-flavoured Markdown as it is written, line by line. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** A heading of the third level, with an empty line behind it. */
    void heading(String heading) {
        line("### " + heading);
        line("");
    }

    void row(String... cells) {
        line(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** The line below a table's head: {@code ---} for texts, {@code --:} for figures. */
    void rule(String columns) {
        line("|" + columns + "|");
    }

    void line(String line) {
        text.append(line).append('\n');
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
