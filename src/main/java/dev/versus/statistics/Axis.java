package dev.versus.statistics;

/** The scale along which a swept quantity is laid out: equal factors, or equal differences, are equally far apart. */
public enum Axis {
    LOGARITHMIC,
    LINEAR;

    /** Returns a value's place. */
    public double toPlace(double value) {
        return this == LOGARITHMIC ? Math.log(value) : value;
    }

    /** Returns the value at a place. */
    public double toValue(double place) {
        return this == LOGARITHMIC ? Math.exp(place) : place;
    }

    /** Tells whether the value has a place: a logarithmic axis has none for 0 and below. */
    public boolean holds(double value) {
        return Double.isFinite(toPlace(value));
    }
}
