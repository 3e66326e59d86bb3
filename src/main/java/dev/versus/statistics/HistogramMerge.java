package dev.versus.statistics;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Adds the histograms of several rounds up. Their buckets are the same, so no precision is lost: the sum is the histogram
 * that would have recorded everything itself. Percentiles of rounds are never averaged; there is no meaning in that.
 *
 * <p>Source: G. Tene, HdrHistogram, <a href="https://hdrhistogram.org">hdrhistogram.org</a>.
 */
public final class HistogramMerge {

    private HistogramMerge() {}

    /**
     * The sum; its parts stay as they are.
     *
     * @param parts one at least, all with the same number of significant digits and the same lowest discernible value
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
