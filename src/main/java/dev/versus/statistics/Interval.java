package dev.versus.statistics;

/**
 * A closed range of values, both ends included. An end may be infinite: "at least 0.9" is {@code [0.9, ∞]}.
 *
 * @param lower the smallest value in it
 * @param upper the largest value in it, not below {@code lower}
 */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "An interval runs upwards from its lower end, and [" + lower + ", " + upper + "] does not.");
        }
    }

    /** Tells whether the value lies in the interval; the ends count as inside. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Tells whether this interval holds every value of {@code other}; a shared end counts as inside. */
    public boolean encloses(Interval other) {
        return lower <= other.lower && other.upper <= upper;
    }

    /** Returns the smallest interval that holds every value of both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
    }

    /** Tells whether the two intervals have no value in common; intervals that share an end are not disjoint. */
    public boolean isDisjointFrom(Interval other) {
        return upper < other.lower || other.upper < lower;
    }
}
