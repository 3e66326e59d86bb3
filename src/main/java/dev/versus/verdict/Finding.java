package dev.versus.verdict;

import java.util.List;

/**
 * A reason to doubt a run's measurement, found by a diagnostic.
 *
 * @param diagnostic the diagnostic's name, from a closed list: {@code generator-saturated}, …
 * @param severity the effect on verdicts: invalid, or a warning
 * @param targets the affected targets; verdicts on other targets stand
 * @param scope the affected metrics; verdicts on other metrics stand
 * @param symptom the observation, with its figure and threshold
 */
public record Finding(
        String diagnostic,
        Severity severity,
        List<String> targets,
        Scope scope,
        String symptom,
        String cause,
        String nextStep) {

    /** The effect of a finding on verdicts. */
    public enum Severity {
        /** Makes verdicts on the finding's targets and metrics invalid. */
        INVALIDATES,
        /** Leaves verdicts as they are. */
        WARNS
    }

    /** The metrics that a finding affects. */
    public enum Scope {
        /** Every metric. */
        ALL,
        /** Throughput, duration and capacity. */
        THROUGHPUT,
        /** The mean and the percentiles of latency. */
        LATENCY,
        /** Throughput, duration, capacity and latency. */
        SPEED,
        /** CPU time and memory. */
        RESOURCES,
        /** Every metric but counts and shares of failures. */
        ALL_BUT_FAILURES;

        boolean covers(Metric.Family family) {
            return switch (this) {
                case ALL -> true;
                case THROUGHPUT -> family == Metric.Family.THROUGHPUT;
                case LATENCY -> family == Metric.Family.LATENCY;
                case SPEED -> THROUGHPUT.covers(family) || LATENCY.covers(family);
                case RESOURCES -> family == Metric.Family.RESOURCES;
                case ALL_BUT_FAILURES -> family != Metric.Family.FAILURES;
            };
        }
    }

    public Finding {
        targets = List.copyOf(targets);
    }

    /** Creates a finding that affects every metric of its targets. */
    public Finding(
            String diagnostic, Severity severity, List<String> targets, String symptom, String cause, String nextStep) {
        this(diagnostic, severity, targets, Scope.ALL, symptom, cause, nextStep);
    }

    /** Tells whether the finding affects a subject: its metric and at least one of its targets. */
    public boolean concerns(Subject subject) {
        return scope.covers(subject.metric().family())
                && subject.targets().stream().anyMatch(targets::contains);
    }
}
