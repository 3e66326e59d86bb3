package dev.versus.workload;

import dev.versus.Durations;
import java.time.Duration;

/**
 * What a system must still hold under load for its load to count as carried.
 *
 * @param p99 the most that the 99th percentile of latency may be
 * @param errorRate the largest share of failed requests, 0 to 1
 */
public record Objective(Duration p99, double errorRate) {

    public Objective {
        Limits.requireTime("an objective's p99", p99);
        Limits.require(errorRate >= 0 && errorRate < 1, "an objective's error rate lies in [0, 1), not", errorRate);
    }

    public boolean isMetBy(StepOutcome step) {
        return step.requests() > 0 && step.p99Millis() <= p99.toNanos() / 1e6 && step.errorRate() <= errorRate;
    }

    @Override
    public String toString() {
        return "p99 ≤ %s and errors ≤ %s %%".formatted(Durations.text(p99), Math.rint(errorRate * 1e6) / 1e4);
    }
}
