package dev.versus.statistics;

/**
 * The way in which two values of a round are compared: as a ratio or as a difference. Every scale has a line on which effects add up.
 * Estimates are computed on the line and reported on the scale.
 */
public enum Scale {
    /** The ratio B/A. Its line is the natural logarithm, so that "twice" and "half" are equally far from 1. */
    RATIO(1) {
        @Override
        double toLine(double value) {
            // The values that a claim requires may reach down to minus infinity; no ratio lies below zero.
            return Math.log(Math.max(value, 0));
        }

        @Override
        double fromLine(double position) {
            return Math.exp(position);
        }

        @Override
        double size(double distance) {
            return Math.expm1(distance);
        }

        @Override
        Interval around(double centre, double size) {
            return new Interval(centre / (1 + size), centre * (1 + size));
        }
    },

    /** The difference B − A, in A's unit. Its line is the value itself. */
    DIFFERENCE(0) {
        @Override
        double toLine(double value) {
            return value;
        }

        @Override
        double fromLine(double position) {
            return position;
        }

        @Override
        double size(double distance) {
            return distance;
        }

        @Override
        Interval around(double centre, double size) {
            return new Interval(centre - size, centre + size);
        }
    };

    private final double neutral;

    Scale(double neutral) {
        this.neutral = neutral;
    }

    /** Returns the value that means "no difference": 1 for a ratio, 0 for a difference. */
    public double neutral() {
        return neutral;
    }

    /** Returns half the interval's width, as a size: 0.05 on the ratio scale when each half is a factor of 1.05. */
    public double halfWidth(Interval interval) {
        return size(halfWidthOnLine(interval));
    }

    double halfWidthOnLine(Interval interval) {
        return (toLine(interval.upper()) - toLine(interval.lower())) / 2;
    }

    abstract double toLine(double value);

    abstract double fromLine(double position);

    /** Converts a distance on the line into a size: a share for a ratio (0.05 is 5 %), an amount for a difference. */
    abstract double size(double distance);

    abstract Interval around(double centre, double size);
}
