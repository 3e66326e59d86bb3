package dev.versus.statistics;

/**
 * The way in which two values of a round are compared: as a ratio or as a difference. Every scale has a line on which effects add up.
 * Estimates are computed on the line and reported on the scale.
 */
public enum Scale {
    /** The ratio B/A. Its line is the natural logarithm, so that "twice" and "half" are equally far from 1. */
    RATIO,
    /** The difference B − A, in A's unit. Its line is the value itself. */
    DIFFERENCE;

    /** Returns the value that means "no difference": 1 for a ratio, 0 for a difference. */
    public double neutral() {
        return fromLine(0);
    }

    /** Returns half the interval's width, as a size: 0.05 on the ratio scale when each half is a factor of 1.05. */
    public double halfWidth(Interval interval) {
        return size(halfWidthOnLine(interval));
    }

    double halfWidthOnLine(Interval interval) {
        return (toLine(interval.upper()) - toLine(interval.lower())) / 2;
    }

    /** Returns a value's place on the line; values that a claim requires may reach down to minus infinity, but no ratio lies below 0. */
    double toLine(double value) {
        return this == RATIO ? Math.log(Math.max(value, 0)) : value;
    }

    double fromLine(double position) {
        return this == RATIO ? Math.exp(position) : position;
    }

    /** Converts a distance on the line into a size: a share for a ratio (0.05 is 5 %), an amount for a difference. */
    public double size(double distance) {
        return this == RATIO ? Math.expm1(distance) : distance;
    }

    /** Returns an interval that lies further up by a distance on the line, or further down by a negative one. */
    public Interval moved(Interval interval, double distance) {
        return new Interval(
                fromLine(toLine(interval.lower()) + distance), fromLine(toLine(interval.upper()) + distance));
    }

    Interval around(double centre, double size) {
        return this == RATIO
                ? new Interval(centre / (1 + size), centre * (1 + size))
                : new Interval(centre - size, centre + size);
    }
}
