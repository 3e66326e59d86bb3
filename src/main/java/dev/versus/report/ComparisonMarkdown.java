package dev.versus.report;

import dev.versus.ForeignText;

/** Writes {@code comparison.md}: the comparison as GitHub-flavoured Markdown, to paste into a pull request. */
public final class ComparisonMarkdown {

    /** The file's name in a run's folder. */
    public static final String FILE = "comparison.md";

    private ComparisonMarkdown() {}

    /** Returns the report as one Markdown document that ends with a line break. */
    public static String of(Report report) {
        return new Template("markdown.jte").text(ComparisonPage.of(report), ComparisonMarkdown::plain);
    }

    /** Returns the text on one line, so that it means nothing to Markdown, HTML or a terminal. */
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
}
