package dev.versus.report;

import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;
import static dev.versus.verdict.published.Publication.unmeasured;

import dev.versus.statistics.Interval;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Metric;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;

/** What somebody published of the systems of {@link SampleRun}: figures alike, higher, lower, and one that nothing measures. */
final class SamplePublication {

    private SamplePublication() {}

    static Publication published() {
        return publication(
                "Namespaces | Docker, a report",
                "ab -n 1000 -c 50",
                table(
                        "Key metrics",
                        row(
                                "Requests per second",
                                figure(value(Figure.THROUGHPUT, "namespaces"), "Namespaces", "54.07", 54.07),
                                figure(value(Figure.THROUGHPUT, "docker-published"), "Docker", "29.21", 29.21),
                                SampleRun.throughput("docker-published")
                                        .published("Difference", new Interval(0.54, 0.54), "-46%")),
                        row(
                                "Failed requests",
                                figure(value(RequestShare.LENGTH_ERRORS, "docker-published"), "Docker", "996", 0.996),
                                figure(value(RequestShare.ERROR_RATE, "namespaces"), "Namespaces", "0", 0))),
                table("Resources", row("Disk", unmeasured("Docker", "5 GB"))));
    }

    private static PublishedFigure figure(Subject subject, String whose, String printed, double value) {
        return subject.published(whose, new Interval(value, value), printed);
    }

    private static Subject value(Metric metric, String target) {
        return new Subject.Value(metric, target);
    }
}
