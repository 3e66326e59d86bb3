package dev.versus.simulations;

import static dev.versus.gatling.TargetMetrics.errorRate;
import static dev.versus.gatling.TargetMetrics.mean;
import static dev.versus.gatling.TargetMetrics.p50;
import static dev.versus.gatling.TargetMetrics.reliability;
import static dev.versus.gatling.TargetMetrics.throughput;
import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.measurement.FailureKind;
import dev.versus.run.EntryPoint;
import dev.versus.verdict.published.Publication;

/** The published report that found Docker 46 % slower, figure by figure. */
final class ReferenceReport {

    private static final String NAMESPACES = "Linux Namespaces";
    private static final String DOCKER = "Docker (Compose)";
    private static final String DIFFERENCE = "Difference";

    private ReferenceReport() {}

    /**
     * Returns the report's table.
     *
     * @param namespaces the target that is shown beside its "Linux Namespaces"
     * @param docker the target that is shown beside its "Docker (Compose)"
     */
    static Publication beside(EntryPoint namespaces, EntryPoint docker) {
        return publication(
                "Performance Comparison Report: Linux Namespaces vs. Docker",
                "one run of ab each, 1000 requests at concurrency 50 on /api/products, Flask's development server",
                keyMetrics(namespaces, docker));
    }

    private static Publication.Table keyMetrics(EntryPoint namespaces, EntryPoint docker) {
        return table(
                "Key Metrics",
                row(
                        "Requests per Second (RPS)",
                        throughput(namespaces).published(NAMESPACES, 54.07),
                        throughput(docker).published(DOCKER, 29.21),
                        throughput(docker).relativeTo(namespaces).published(DIFFERENCE, 0.54, "-46%")),
                row(
                        "Mean Latency (ms)",
                        mean(namespaces).published(NAMESPACES, 924.70, "924.70"),
                        mean(docker).published(DOCKER, 1711.55),
                        mean(docker).relativeTo(namespaces).published(DIFFERENCE, 1.85, "+85%")),
                row(
                        "Median Latency (ms)",
                        p50(namespaces).published(NAMESPACES, 806),
                        p50(docker).published(DOCKER, 805),
                        p50(docker).relativeTo(namespaces).published(DIFFERENCE, 1, "~0%")),
                row(
                        "Failed Requests",
                        errorRate(namespaces).published(NAMESPACES, 0),
                        errorRate(FailureKind.LENGTH, docker).published(DOCKER, 0.996, "996 (Length Mismatch)")),
                row(
                        "Reliability",
                        reliability(namespaces).published(NAMESPACES, 1, "100%"),
                        reliability(docker).published(DOCKER, 0.004, "~0.4% (Non-2xx)")));
    }
}
