package dev.versus.gatling;

import dev.versus.PublicApi;
import dev.versus.measurement.FailureKind;
import dev.versus.run.EntryPoint;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.Capacity;
import dev.versus.verdict.Figure;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Named;
import dev.versus.verdict.OfService;
import dev.versus.verdict.OfService.Resource;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import io.gatling.javaapi.core.Simulation;
import java.util.Collection;
import java.util.List;

/**
 * The metrics of targets, by the names under which simulations make claims about them. Those that take a {@link Named} are of a target or of
 * {@linkplain EntryPoint#endpoint one endpoint} of it. Other classes, such as a table of published figures,
 * import them by {@code import static}.
 */
@PublicApi
public abstract class TargetMetrics extends Simulation {

    TargetMetrics() {}

    /** Returns the throughput: answered requests a second. */
    public static Subject.Value throughput(Named target) {
        return Subject.of(Figure.THROUGHPUT, target);
    }

    /** Returns the requests a second, failed ones included, as Locust tells them. */
    public static Subject.Value requestRate(Named target) {
        return Subject.of(Figure.REQUEST_RATE, target);
    }

    /** Returns the number of requests that were sent of a workload that is run once, failed ones included. */
    public static Subject.Value requests(Named target) {
        return Subject.of(Figure.REQUESTS, target);
    }

    /** Returns the mean latency, in ms. */
    public static Subject.Value mean(Named target) {
        return Subject.of(Figure.MEAN, target);
    }

    /** Returns the longest latency of a round, in ms. */
    public static Subject.Value maximum(Named target) {
        return Subject.of(Figure.MAXIMUM, target);
    }

    /** Returns the median latency, in ms. */
    public static Subject.Value p50(Named target) {
        return percentile(50, target);
    }

    /** Returns the 99th percentile of latency, in ms. */
    public static Subject.Value p99(Named target) {
        return percentile(99, target);
    }

    /** Returns a percentile of latency, in ms; {@code percent} is between 0 and 100, exclusive. */
    public static Subject.Value percentile(double percent, Named target) {
        return Subject.of(new LatencyPercentile(new Percentile(percent)), target);
    }

    /** Returns the share of requests that fail, 0 to 1. */
    public static Subject.Value errorRate(Named target) {
        return Subject.of(RequestShare.ERROR_RATE, target);
    }

    /** Returns the share of requests that fail for this reason, 0 to 1. */
    public static Subject.Value errorRate(FailureKind kind, Named target) {
        return Subject.of(RequestShare.of(kind), target);
    }

    /** Returns the share of requests that do not fail, 0 to 1. */
    public static Subject.Value reliability(Named target) {
        return Subject.of(RequestShare.RELIABILITY, target);
    }

    /** Returns the CPU time of the target's services for each answered request, in ms. */
    public static Subject.Value cpuPerRequest(EntryPoint target) {
        return Subject.of(Figure.CPU_PER_REQUEST, target);
    }

    /** Returns the memory of the target's services at the end of a round, in MiB. */
    public static Subject.Value memory(EntryPoint target) {
        return Subject.of(Figure.MEMORY, target);
    }

    /** Returns the duration of a round of the target, in s. */
    public static Subject.Value duration(EntryPoint target) {
        return Subject.of(Figure.DURATION, target);
    }

    /** Returns the CPU use of one service of the target's deployment, in % of one core; {@code *} in the name matches any characters. */
    public static Subject.Value cpu(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU, service), target);
    }

    /** Returns the CPU time of one service of the target's deployment for each answered request, in ms. */
    public static Subject.Value cpuPerRequest(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU_PER_REQUEST, service), target);
    }

    /** Returns the memory of one service of the target's deployment at the end of a round, in MiB. */
    public static Subject.Value memory(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.MEMORY, service), target);
    }

    /** Returns the mean of several ratios of the same metric, such as an average speed-up over scenarios. */
    public static Subject meanOf(Collection<Subject.Ratio> ratios) {
        return new Subject.MeanRatio(List.copyOf(ratios));
    }

    /** Returns the capacity: the highest throughput of a step of a staircase that met the objective. */
    public static Subject.Value capacity(EntryPoint target) {
        return Subject.of(new Capacity(), target);
    }

    /** States that no request of the target, or of the endpoint, fails in this run. */
    public static Statement noFailure(Named target) {
        return Subject.of(Figure.FAILURES, target).isAtMost(0);
    }
}
