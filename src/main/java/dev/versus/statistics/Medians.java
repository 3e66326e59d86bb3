package dev.versus.statistics;

import java.util.Arrays;

/** Medians: the middle value, or the mean of the two middle values when their number is even. */
public final class Medians {

    private Medians() {}

    /** Returns the median of at least one value. */
    public static double of(double... values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return ofSorted(ascending);
    }

    static double ofSorted(double[] ascending) {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : ascending[middle - 1] / 2 + ascending[middle] / 2;
    }
}
