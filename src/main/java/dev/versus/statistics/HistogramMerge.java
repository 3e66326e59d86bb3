package dev.versus.statistics;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Adds up the histograms of several rounds. Their buckets are the same, so no precision is lost: one histogram that had recorded all
 * values would be equal to the sum. Percentiles of rounds are never averaged, for such an average is no percentile of anything.
 *
 * <p>Source: G. Tene, HdrHistogram, <a href="https://hdrhistogram.org">hdrhistogram.org</a>.
 */
public final class HistogramMerge {

    private HistogramMerge() {}

    /**
     * Returns the sum of the histograms; the parts stay unchanged.
     *
     * @param parts at least one, all with the same number of significant digits and the same lowest discernible value
     * @throws IllegalArgumentException if there are none, or their precision differs
     */
    public static Histogram of(List<Histogram> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("At least one histogram was expected.");
        }
        Histogram first = parts.get(0);
        if (!parts.stream().allMatch(part -> haveSameBuckets(first, part))) {
            throw new IllegalArgumentException("Histograms of different precision do not add up exactly.");
        }
        long highest = parts.stream()
                .mapToLong(Histogram::getHighestTrackableValue)
                .max()
                .orElseThrow();
        Histogram sum =
                new Histogram(first.getLowestDiscernibleValue(), highest, first.getNumberOfSignificantValueDigits());
        parts.forEach(sum::add);
        return sum;
    }

    private static boolean haveSameBuckets(Histogram one, Histogram other) {
        return one.getNumberOfSignificantValueDigits() == other.getNumberOfSignificantValueDigits()
                && one.getLowestDiscernibleValue() == other.getLowestDiscernibleValue();
    }
}
