package dev.versus.simulations.isolation;

import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.run.EntryPoint;
import dev.versus.verdict.Subject;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.Figure;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Metric;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.published.Publication;

/**
 * The published report that found Docker 46 % slower, figure by figure.
 *
 * @param namespaces the target that is shown beside its "Linux Namespaces"
 * @param docker the target that is shown beside its "Docker (Compose)"
 */
public record ReferenceReport(EntryPoint namespaces, EntryPoint docker) {

    private static final String NAMESPACES = "Linux Namespaces";
    private static final String DOCKER = "Docker (Compose)";
    private static final String DIFFERENCE = "Difference";

    /** Returns the report's table. */
    public Publication asPublished() {
        return publication(
                "Performance Comparison Report: Linux Namespaces vs. Docker",
                "one run of ab each, 1000 requests at concurrency 50 on /api/products, Flask's development server",
                keyMetrics());
    }

    private Publication.Table keyMetrics() {
        Metric median = new LatencyPercentile(new Percentile(50));
        return table(
                "Key Metrics",
                row(
                        "Requests per Second (RPS)",
                        of(Figure.THROUGHPUT, namespaces).published(NAMESPACES, 54.07),
                        of(Figure.THROUGHPUT, docker).published(DOCKER, 29.21),
                        ratio(Figure.THROUGHPUT).published(DIFFERENCE, 0.54, "-46%")),
                row(
                        "Mean Latency (ms)",
                        of(Figure.MEAN, namespaces).published(NAMESPACES, 924.70, "924.70"),
                        of(Figure.MEAN, docker).published(DOCKER, 1711.55),
                        ratio(Figure.MEAN).published(DIFFERENCE, 1.85, "+85%")),
                row(
                        "Median Latency (ms)",
                        of(median, namespaces).published(NAMESPACES, 806),
                        of(median, docker).published(DOCKER, 805),
                        ratio(median).published(DIFFERENCE, 1, "~0%")),
                row(
                        "Failed Requests",
                        of(RequestShare.ERROR_RATE, namespaces).published(NAMESPACES, 0),
                        of(RequestShare.LENGTH_ERRORS, docker).published(DOCKER, 0.996, "996 (Length Mismatch)")),
                row(
                        "Reliability",
                        of(RequestShare.RELIABILITY, namespaces).published(NAMESPACES, 1, "100%"),
                        of(RequestShare.RELIABILITY, docker).published(DOCKER, 0.004, "~0.4% (Non-2xx)")));
    }

    private static Subject.Value of(Metric metric, EntryPoint target) {
        return Subject.of(metric, target);
    }

    private Subject.Ratio ratio(Metric metric) {
        return of(metric, docker).relativeTo(namespaces);
    }
}
