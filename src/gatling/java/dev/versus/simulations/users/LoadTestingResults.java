package dev.versus.simulations.users;

import static dev.versus.gatling.TargetMetrics.errorRate;
import static dev.versus.gatling.TargetMetrics.maximum;
import static dev.versus.gatling.TargetMetrics.mean;
import static dev.versus.gatling.TargetMetrics.percentile;
import static dev.versus.gatling.TargetMetrics.requestRate;
import static dev.versus.gatling.TargetMetrics.requests;
import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.Durations;
import dev.versus.run.EntryPoint;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.Side;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.published.Publication.Row;
import dev.versus.verdict.published.Publication.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published "Load Testing Results", figure by figure.
 *
 * @param users the target under the reported load
 * @param round how long a round of it lasts; numbers and rates of requests are the published ones for so long
 * @param rounds how many rounds there are; a percentile has a row if so many hold enough requests for it
 */
public record LoadTestingResults(EntryPoint users, Duration round, int rounds) {

    private static final String REST = "REST API";
    private static final String SHARED = "Shared Memory";
    private static final String TOTAL = "Total";

    private static final Duration PUBLISHED_ROUND = Duration.ofMinutes(2);
    private static final int PUBLISHED_REQUESTS = 1455;

    /** On average a user comes so many seconds after the first one, and thinks for so many seconds. */
    private static final double COMING = 2.5;

    private static final double THINKING = 2;

    /** Returns the report's tables beside shared memory of this kind. */
    public Publication beside(String transport) {
        return publication(
                "Load Testing Results, beside shared memory of the kind " + transport,
                "one run of Locust for 120 s: 50 users, 10 more a second, thinking 1 to 3 s, 256,873 bytes",
                rates(),
                totals(),
                responseTimes(),
                new Table(
                        "Response Time Distribution",
                        rows(percentiles("75%", 75, 13, 14), percentiles("99%", 99, 78, 82))),
                errorRates());
    }

    /**
     * Returns a published number of requests a second as a round has it, in which users take longer to come, for its length. It has two
     * decimals, as published.
     */
    public double rate(double published) {
        return Math.rint(100 * published * share() * seconds(PUBLISHED_ROUND) / seconds(round)) / 100;
    }

    /** Returns the number of requests of a round, for one of the published run. */
    private double share() {
        return requestsOfAUser(round) / requestsOfAUser(PUBLISHED_ROUND);
    }

    /** A user sends a request on coming, and thinks before every other one: half a request more than think times fit in, on average. */
    private static double requestsOfAUser(Duration load) {
        return 0.5 + (seconds(load) - COMING) / THINKING;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private Side rest() {
        return users.endpoint(Way.REST.path());
    }

    private Side shared() {
        return users.endpoint(Way.SHARED_MEMORY.path());
    }

    private Table rates() {
        return table(
                "Throughput",
                row(
                        "Requests/sec",
                        rate(requestRate(rest()), REST, 12.39),
                        rate(requestRate(shared()), SHARED, 12.26),
                        rate(requestRate(users), TOTAL, 24.65)));
    }

    private PublishedFigure rate(Subject measured, String whose, double published) {
        return measured.published(whose, rate(published), published + " in 120 s");
    }

    private Table totals() {
        return table(
                "Total Requests",
                row(
                        "of a round",
                        requests(rest()).published(REST, 1471 * share(), "1,471 in 120 s"),
                        requests(shared()).published(SHARED, PUBLISHED_REQUESTS * share(), "1,455 in 120 s"),
                        requests(users).published(TOTAL, 2926 * share(), "2,926 in 120 s")));
    }

    private Table responseTimes() {
        String longest = round.equals(PUBLISHED_ROUND)
                ? "Maximum"
                : "Maximum in 120 s, measured the longest of a round of " + Durations.text(round);
        return new Table(
                "Response Times (in milliseconds)",
                rows(
                        Optional.of(row(
                                "Average",
                                mean(rest()).published(REST, 13),
                                mean(shared()).published(SHARED, 14))),
                        percentiles("Median", 50, 10, 11),
                        percentiles("90th percentile", 90, 18, 19),
                        percentiles("95th percentile", 95, 26, 27),
                        Optional.of(row(
                                longest,
                                maximum(rest()).published(REST, 163),
                                maximum(shared()).published(SHARED, 202)))));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static List<Row> rows(Optional<Row>... rows) {
        return Stream.of(rows).flatMap(Optional::stream).toList();
    }

    /** Returns the row of a percentile; empty if all rounds together hold too few requests for it. */
    private Optional<Row> percentiles(String name, double percent, double ofRest, double ofShared) {
        return rounds * share() * PUBLISHED_REQUESTS < new Percentile(percent).valuesNeeded()
                ? Optional.empty()
                : Optional.of(row(
                        name,
                        percentile(percent, rest()).published(REST, ofRest),
                        percentile(percent, shared()).published(SHARED, ofShared)));
    }

    private Table errorRates() {
        return table(
                "Error Rates",
                row(
                        "Failure Rate",
                        errorRate(rest()).published(REST, 0.0034, "5 (0.34%)"),
                        errorRate(shared()).published(SHARED, 0.0481, "70 (4.81%)"),
                        errorRate(users).published(TOTAL, 0.0256, "75 (2.56%)")));
    }
}
