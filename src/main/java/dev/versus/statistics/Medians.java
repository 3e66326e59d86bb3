package dev.versus.statistics;

import java.util.Arrays;

/** The middle of values; between the two middle ones when their number is even. */
public final class Medians {

    private Medians() {}

    /** The median of one value at least. */
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
