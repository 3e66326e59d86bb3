package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.versus.statistics.Scale;
import java.util.List;

/** The subject of a claim: a metric of one target, or of several targets compared. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.Value.class, name = "value"),
    @JsonSubTypes.Type(value = Subject.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Subject.Difference.class, name = "difference"),
    @JsonSubTypes.Type(value = Subject.MeanRatio.class, name = "mean-ratio")
})
public sealed interface Subject {

    /** Returns the metric. */
    Metric metric();

    /** Returns the names of the targets whose rounds are needed, the baseline first. */
    List<String> targets();

    /** Returns the subject in words: "throughput of gateway relative to direct". */
    String describe();

    /** Tells whether the subject is a factor without a unit, such as a ratio, and not an amount in the metric's unit. */
    default boolean tellsFactor() {
        return false;
    }

    /** Returns the scale of the estimate and of the margin: ratio or difference. */
    Scale scale();

    /** The metric of one target. */
    record Value(Metric metric, String target) implements Subject {

        @Override
        public List<String> targets() {
            return List.of(target);
        }

        @Override
        public String describe() {
            return metric.id() + " of " + target;
        }

        @Override
        public Scale scale() {
            return Scale.RATIO;
        }
    }

    /** The metric of a target divided by the metric of its baseline. */
    record Ratio(Metric metric, String target, String baseline) implements Subject {

        @Override
        public List<String> targets() {
            return List.of(baseline, target);
        }

        @Override
        public String describe() {
            return metric.id() + " of " + target + " relative to " + baseline;
        }

        @Override
        public boolean tellsFactor() {
            return true;
        }

        @Override
        public Scale scale() {
            return Scale.RATIO;
        }
    }

    /** The metric of a target minus the metric of its baseline, in the metric's unit. */
    record Difference(Metric metric, String target, String baseline) implements Subject {

        @Override
        public List<String> targets() {
            return List.of(baseline, target);
        }

        @Override
        public String describe() {
            return metric.id() + " of " + target + " less that of " + baseline;
        }

        @Override
        public Scale scale() {
            return Scale.DIFFERENCE;
        }
    }

    /**
     * The unweighted mean of several ratios, such as the average speed-up over scenarios.
     *
     * @param ratios at least one, all of the same metric
     */
    record MeanRatio(List<Ratio> ratios) implements Subject {

        public MeanRatio {
            ratios = List.copyOf(ratios);
            if (ratios.stream().map(Ratio::metric).distinct().count() != 1) {
                throw new IllegalArgumentException("a mean ratio needs at least one ratio, and the same metric in all of them");
            }
        }

        @Override
        public Metric metric() {
            return ratios.get(0).metric();
        }

        @Override
        public List<String> targets() {
            return ratios.stream()
                    .flatMap(ratio -> ratio.targets().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public String describe() {
            return "mean of %d ratios of %s".formatted(ratios.size(), metric().id());
        }

        @Override
        public boolean tellsFactor() {
            return true;
        }

        @Override
        public Scale scale() {
            return Scale.RATIO;
        }
    }
}
