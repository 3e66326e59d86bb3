package dev.versus.workload;

/**
 * What a finished step showed, as far as a workload may need it to decide on its next one.
 *
 * @param users how many virtual users took part
 * @param requests how many requests ended
 * @param throughput requests a second, failed ones left out
 * @param p99Millis the 99th percentile of latency, in ms
 * @param errorRate the share of failed requests, 0 to 1
 */
public record StepOutcome(int users, long requests, double throughput, double p99Millis, double errorRate) {}
