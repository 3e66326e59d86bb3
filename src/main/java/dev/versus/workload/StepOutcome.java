package dev.versus.workload;

/**
 * The figures of a finished step from which a workload decides on its next step.
 *
 * @param requests the number of requests that were due
 * @param throughput requests answered with a 2xx or 3xx status, a second
 * @param p99Millis the 99th percentile of latency, in ms
 * @param errorRate the share of failed requests, 0 to 1
 */
public record StepOutcome(int users, long requests, double throughput, double p99Millis, double errorRate) {}
