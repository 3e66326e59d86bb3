package dev.versus.measurement;

/**
 * The lengths of the bodies of many responses, summed up.
 *
 * @param count the number of bodies
 * @param bytes the sum of their lengths, in bytes
 * @param squares the sum of the squares of their lengths
 * @param shortest the shortest length in bytes, 0 if there is no body
 * @param longest the longest length in bytes, 0 if there is no body
 */
public record BodyLengths(long count, long bytes, double squares, long shortest, long longest) {

    private static final BodyLengths NONE = new BodyLengths(0, 0, 0, 0, 0);

    /** Returns the lengths of no body. */
    public static BodyLengths none() {
        return NONE;
    }

    /** Returns the lengths of a number of bodies of the same length, in bytes. */
    public static BodyLengths of(long length, long times) {
        return times == 0 ? NONE : new BodyLengths(times, length * times, (double) length * length * times, length, length);
    }

    /** Returns the mean length in bytes; 0 if there is no body. */
    public double mean() {
        return count == 0 ? 0 : (double) bytes / count;
    }

    /** Returns the variance of the lengths, in bytes squared; 0 for equal lengths and for fewer than two bodies. */
    public double variance() {
        return shortest == longest ? 0 : Math.max(0, squares - mean() * bytes) / (count - 1);
    }

    /** Returns the lengths of these and of other bodies. */
    public BodyLengths plus(BodyLengths other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new BodyLengths(
                count + other.count,
                bytes + other.bytes,
                squares + other.squares,
                Math.min(shortest, other.shortest),
                Math.max(longest, other.longest));
    }
}
