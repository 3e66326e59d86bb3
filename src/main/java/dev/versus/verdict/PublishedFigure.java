package dev.versus.verdict;

import dev.versus.statistics.Interval;
import java.util.Optional;

/**
 * A figure that somebody published.
 *
 * @param whose the subject of the figure in the publication: the head of its column
 * @param printed the figure as the publication prints it
 * @param value the figure in the unit of its subject, without one for a ratio; a range where a range was published
 * @param beside the subject of this comparison that it is shown beside; empty if nothing here measures it
 */
public record PublishedFigure(String whose, String printed, Optional<Interval> value, Optional<Subject> beside) {}
