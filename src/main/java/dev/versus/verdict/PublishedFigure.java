package dev.versus.verdict;

import dev.versus.statistics.Interval;
import java.util.Optional;

/**
 * A figure that somebody published.
 *
 * @param whose of what it is told there: the head of its column
 * @param printed as it stands there
 * @param value the same in the unit of what stands beside it, or without one for a ratio; a range where a range was published
 * @param beside what of this comparison it stands beside; empty if nothing here measures it
 */
public record PublishedFigure(String whose, String printed, Optional<Interval> value, Optional<Subject> beside) {

    /** A figure beside a subject, as the range from {@code least} to {@code most}, both in the subject's unit. */
    public static PublishedFigure beside(Subject subject, String whose, String printed, Interval value) {
        return new PublishedFigure(whose, printed, Optional.of(value), Optional.of(subject));
    }
}
