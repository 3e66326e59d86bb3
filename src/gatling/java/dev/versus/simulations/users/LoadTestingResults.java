package dev.versus.simulations.users;

import static dev.versus.gatling.TargetMetrics.errorRate;
import static dev.versus.gatling.TargetMetrics.maximum;
import static dev.versus.gatling.TargetMetrics.mean;
import static dev.versus.gatling.TargetMetrics.p50;
import static dev.versus.gatling.TargetMetrics.p99;
import static dev.versus.gatling.TargetMetrics.percentile;
import static dev.versus.gatling.TargetMetrics.requestRate;
import static dev.versus.gatling.TargetMetrics.requests;
import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.run.EntryPoint;
import dev.versus.verdict.Side;
import dev.versus.verdict.published.Publication;
import java.time.Duration;

/** The published "Load Testing Results", figure by figure. */
public final class LoadTestingResults {

    private static final String REST = "REST API";
    private static final String SHARED = "Shared Memory";
    private static final String TOTAL = "Total";

    private static final Duration PUBLISHED_ROUND = Duration.ofMinutes(2);

    private LoadTestingResults() {}

    /**
     * Returns the report's tables.
     *
     * @param transport the kind of shared memory that is shown beside the report's
     * @param users the target under the reported load
     * @param round how long a round of it lasts; numbers of requests are the published ones for so long
     */
    public static Publication beside(String transport, EntryPoint users, Duration round) {
        Side rest = users.endpoint(Way.REST.path());
        Side shared = users.endpoint(Way.SHARED_MEMORY.path());
        double share = round.toNanos() / (double) PUBLISHED_ROUND.toNanos();
        return publication(
                "Load Testing Results, beside shared memory of the kind " + transport,
                "one run of Locust for 120 s: 50 users, 10 more a second, thinking 1 to 3 s, 256,873 bytes",
                rates(rest, shared, users),
                totals(share, rest, shared, users),
                responseTimes(rest, shared),
                distribution(rest, shared),
                errorRates(rest, shared, users));
    }

    private static Publication.Table rates(Side rest, Side shared, EntryPoint both) {
        return table(
                "Throughput",
                row(
                        "Requests/sec",
                        requestRate(rest).published(REST, 12.39),
                        requestRate(shared).published(SHARED, 12.26),
                        requestRate(both).published(TOTAL, 24.65)));
    }

    private static Publication.Table totals(double share, Side rest, Side shared, EntryPoint both) {
        return table(
                "Total Requests",
                row(
                        "of a round",
                        requests(rest).published(REST, 1471 * share, "1,471 in 120 s"),
                        requests(shared).published(SHARED, 1455 * share, "1,455 in 120 s"),
                        requests(both).published(TOTAL, 2926 * share, "2,926 in 120 s")));
    }

    private static Publication.Table responseTimes(Side rest, Side shared) {
        return table(
                "Response Times (in milliseconds)",
                row("Average", mean(rest).published(REST, 13), mean(shared).published(SHARED, 14)),
                row("Median", p50(rest).published(REST, 10), p50(shared).published(SHARED, 11)),
                row(
                        "90th percentile",
                        percentile(90, rest).published(REST, 18),
                        percentile(90, shared).published(SHARED, 19)),
                row(
                        "95th percentile",
                        percentile(95, rest).published(REST, 26),
                        percentile(95, shared).published(SHARED, 27)),
                row(
                        "Maximum",
                        maximum(rest).published(REST, 163),
                        maximum(shared).published(SHARED, 202)));
    }

    private static Publication.Table distribution(Side rest, Side shared) {
        return table(
                "Response Time Distribution",
                row(
                        "75%",
                        percentile(75, rest).published(REST, 13),
                        percentile(75, shared).published(SHARED, 14)),
                row("99%", p99(rest).published(REST, 78), p99(shared).published(SHARED, 82)));
    }

    private static Publication.Table errorRates(Side rest, Side shared, EntryPoint both) {
        return table(
                "Error Rates",
                row(
                        "Failure Rate",
                        errorRate(rest).published(REST, 0.0034, "5 (0.34%)"),
                        errorRate(shared).published(SHARED, 0.0481, "70 (4.81%)"),
                        errorRate(both).published(TOTAL, 0.0256, "75 (2.56%)")));
    }
}
