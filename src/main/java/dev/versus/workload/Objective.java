package dev.versus.workload;

import dev.versus.Durations;
import dev.versus.PublicApi;
import java.time.Duration;

/**
 * The service level that a system must keep under load for that load to count as within its capacity.
 *
 * @param p99 the highest 99th percentile of latency, 1 ms to 24 h
 * @param errorRate the largest share of failed requests, from 0 up to but not including 1
 */
@PublicApi
public record Objective(Duration p99, double errorRate) {

    public Objective {
        WorkloadLimits.requireTime("an objective's p99", p99);
        WorkloadLimits.require(
                errorRate >= 0 && errorRate < 1, "an objective's error rate lies in [0, 1), not", errorRate);
    }

    /** Tells whether a step met the objective; a step without requests did not. */
    public boolean isMetBy(StepOutcome step) {
        return step.requests() > 0 && step.p99Millis() <= p99.toNanos() / 1e6 && step.errorRate() <= errorRate;
    }

    @Override
    public String toString() {
        return "p99 ≤ %s and errors ≤ %s %%".formatted(Durations.text(p99), Math.rint(errorRate * 1e6) / 1e4);
    }
}
