package dev.versus.verdict;

import java.util.List;

/**
 * What a diagnostic found in a run.
 *
 * @param diagnostic its name, from a closed list: {@code generator-saturated}, …
 * @param severity whether it makes verdicts invalid, or is only worth knowing
 * @param targets the targets it concerns; verdicts on others stand
 * @param scope the metrics it concerns; verdicts on others stand
 * @param symptom what was seen, with the figure and its threshold
 * @param cause the likely cause
 * @param nextStep what to do about it
 */
public record Finding(
        String diagnostic,
        Severity severity,
        List<String> targets,
        Scope scope,
        String symptom,
        String cause,
        String nextStep) {

    /** What a finding does to verdicts. */
    public enum Severity {
        /** Verdicts on its targets are invalid. */
        INVALIDATES,
        /** Worth knowing; verdicts stand. */
        WARNS
    }

    /** Which metrics a finding speaks of. */
    public enum Scope {
        /** Every metric. */
        ALL,
        /** Throughput, the duration of rounds, and capacity. */
        THROUGHPUT,
        /** The mean and the percentiles of latency. */
        LATENCY,
        /** Throughput, capacity and latency: what a client sees of speed. */
        SPEED,
        /** Everything but counts and shares of failures. */
        ALL_BUT_FAILURES;

        boolean covers(Metric metric) {
            boolean failures = metric == Figure.FAILURES || metric instanceof RequestShare;
            return switch (this) {
                case ALL -> true;
                case THROUGHPUT ->
                    metric == Figure.THROUGHPUT || metric == Figure.DURATION || metric instanceof Capacity;
                case LATENCY -> metric == Figure.MEAN || metric instanceof LatencyPercentile;
                case SPEED -> THROUGHPUT.covers(metric) || LATENCY.covers(metric);
                case ALL_BUT_FAILURES -> !failures;
            };
        }
    }

    public Finding {
        targets = List.copyOf(targets);
    }

    /** A finding on every metric of its targets. */
    public Finding(
            String diagnostic, Severity severity, List<String> targets, String symptom, String cause, String nextStep) {
        this(diagnostic, severity, targets, Scope.ALL, symptom, cause, nextStep);
    }

    /** Whether it speaks of what a claim is about. */
    public boolean concerns(Subject subject) {
        return scope.covers(subject.metric()) && subject.targets().stream().anyMatch(targets::contains);
    }
}
