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

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Whether every value of {@code other} is in here too; shared ends count as inside. */
    public boolean encloses(Interval other) {
        return lower <= other.lower && other.upper <= upper;
    }

    /** Whether no value is in both; a shared end is enough for "no". */
    public boolean isDisjointFrom(Interval other) {
        return upper < other.lower || other.upper < lower;
    }
}
