package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.versus.statistics.Scale;
import java.util.List;

/** What a claim is about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.Value.class, name = "value"),
    @JsonSubTypes.Type(value = Subject.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = Subject.Difference.class, name = "difference"),
    @JsonSubTypes.Type(value = Subject.MeanRatio.class, name = "mean-ratio")
})
public sealed interface Subject {

    Metric metric();

    /** The names of the targets whose rounds it needs. */
    List<String> targets();

    /** The subject in words: "throughput of gateway relative to direct". */
    String describe();

    /** Whether it is a number of times, and not an amount in the metric's unit. */
    default boolean tellsFactor() {
        return false;
    }

    /** On which scale it is estimated and its margin is meant. */
    default Scale scale() {
        return Scale.RATIO;
    }

    /** The metric of one target itself. */
    record Value(Metric metric, String target) implements Subject {

        @Override
        public List<String> targets() {
            return List.of(target);
        }

        @Override
        public String describe() {
            return metric.id() + " of " + target;
        }
    }

    /** The metric of one target divided by that of another. */
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
    }

    /** The metric of one target less that of another, in the metric's unit. */
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
     * The mean of several ratios, each as good as any other: what is called an average speed-up over scenarios.
     *
     * @param ratios at least one, all of the same metric
     */
    record MeanRatio(List<Ratio> ratios) implements Subject {

        public MeanRatio {
            ratios = List.copyOf(ratios);
            if (ratios.stream().map(Ratio::metric).distinct().count() != 1) {
                throw new IllegalArgumentException("a mean is of ratios of one metric, and of one ratio at least");
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
    }
}
