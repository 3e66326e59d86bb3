package dev.versus.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Writes {@code comparison.html}: one self-contained file that opens offline, can be printed, and has a light and a dark theme. */
public final class ComparisonHtml {

    /** The file's name in a run's folder. */
    public static final String FILE = "comparison.html";

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

    private ComparisonHtml() {}

    /** Returns the report as one HTML page. */
    public static String of(Report report) {
        return new Template("comparison.jte")
                .html(Map.of(
                        "page", ComparisonPage.of(report),
                        "style", resource("report.css"),
                        "library", resource(ECHARTS),
                        "script", resource("charts.js")));
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ComparisonHtml.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
