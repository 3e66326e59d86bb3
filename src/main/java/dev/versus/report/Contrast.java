package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to whether a target is slower, or dearer, to serve than its baseline.
 *
 * @param metric the metric that tells it
 * @param told the answer
 * @param basis the load from which the ratio is read
 * @param ratio the metric of the target divided by the metric of the baseline; empty if the rounds do not support an estimate
 * @param reason why nothing is told; empty if something is
 */
public record Contrast(Metric metric, Told told, Basis basis, Optional<Estimate> ratio, Optional<String> reason) {

    /** An answer; one that names a difference is given only if the whole interval of the ratio lies on one side of 1. */
    public enum Told {
        SLOWER,
        FASTER,
        DEARER,
        CHEAPER,
        /** The interval of the ratio holds 1. */
        NO_DIFFERENCE,
        /** There is no interval, or a diagnostic or the control makes it invalid. */
        NOTHING
    }

    /**
     * Reads the answer from the judgement of a claim on a ratio: from its interval, unless the judgement is invalid.
     *
     * @param doubt the diagnostic that makes the ratio invalid, if one does
     */
    static Contrast of(Judgement judgement, Optional<String> doubt) {
        Metric metric = judgement.claim().statement().subject().metric();
        Optional<Estimate> ratio = judgement.estimate();
        return ratio.filter(valid -> judgement.verdict() != Verdict.INVALID)
                .map(valid -> new Contrast(
                        metric, told(metric, valid.interval()), judgement.basis(), ratio, Optional.empty()))
                .orElseGet(() -> new Contrast(
                        metric, Told.NOTHING, judgement.basis(), ratio, Optional.of(why(judgement, doubt))));
    }

    private static String why(Judgement judgement, Optional<String> doubt) {
        return doubt.filter(invalid -> judgement.estimate().isPresent())
                .map(diagnostic -> "the diagnostic " + diagnostic + " makes it invalid")
                .orElse(judgement.reason());
    }

    private static Told told(Metric metric, Interval ratio) {
        boolean more = ratio.lower() > 1;
        if (!more && ratio.upper() >= 1) {
            return Told.NO_DIFFERENCE;
        }
        return switch (metric.family()) {
            case RESOURCES -> more ? Told.DEARER : Told.CHEAPER;
            case THROUGHPUT -> more ? Told.FASTER : Told.SLOWER;
            default -> more ? Told.SLOWER : Told.FASTER;
        };
    }

    /** Returns "speed" or "cost". */
    String aspect() {
        return metric.family() == Metric.Family.RESOURCES ? "cost" : "speed";
    }

    /** Returns the answer in words: "slower by 3.1 %", "no difference in cost told, within ±2.0 %", "cost not told". */
    String answer() {
        return switch (told) {
            case NOTHING -> aspect() + " not told";
            case NO_DIFFERENCE ->
                "no difference in " + aspect() + " told, within ±"
                        + ratio.map(Figures::farthest).orElseThrow();
            default ->
                Figures.word(told) + " by " + ratio.map(Figures::distance).orElseThrow();
        };
    }

    /** Returns the figures behind the answer, or why they tell nothing: "throughput 0.969 × [0.955 to 0.982] at 95.1 %, in turns". */
    String grounds() {
        return Stream.concat(ratio.map(this::figures).stream(), reason.stream()).collect(Collectors.joining(", but "));
    }

    private String figures(Estimate measured) {
        String interval = Figures.interval(measured);
        return metric.id() + " " + Figures.value(measured) + " ×"
                + (interval.isEmpty()
                        ? " "
                        : " [" + interval + "] at " + Figures.confidence(measured.confidence()) + ", ")
                + basis.words();
    }
}
