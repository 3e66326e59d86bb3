package dev.versus.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The signs of the Walsh averages of a sample of which every value moves on a straight line, from its place at 0 to its place at 1. */
final class WalshLines {

    private WalshLines() {}

    /**
     * A piece of the way on which no average changes its sign.
     *
     * @param above how many averages are above zero; one that stays at zero counts as above and as below
     * @param below how many averages are below zero
     */
    record Piece(double from, double to, int above, int below) {

        /** Returns on which side the pseudo-median is: 1 above zero, −1 below it, 0 if as many averages are above as below. */
        int lean() {
            return Integer.signum(above - below);
        }

        Piece movedBy(int places) {
            return new Piece(from + places, to + places, above, below);
        }
    }

    /**
     * Returns the pieces of the way, in order.
     *
     * @throws UnusableValue if a value is not finite
     */
    static List<Piece> between(double[] start, double[] end) {
        double[] starts = WalshAverages.unsorted(start);
        double[] ends = WalshAverages.unsorted(end);
        Map<Double, Integer> rises = new TreeMap<>();
        int above = 0;
        int below = 0;
        for (int i = 0; i < starts.length; i++) {
            double first = starts[i] == 0 ? ends[i] : starts[i];
            above += first >= 0 ? 1 : 0;
            below += first <= 0 ? 1 : 0;
            if (Math.signum(starts[i]) * Math.signum(ends[i]) < 0) {
                rises.merge(starts[i] / (starts[i] - ends[i]), ends[i] > 0 ? 1 : -1, Integer::sum);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        double from = 0;
        for (Map.Entry<Double, Integer> rise : rises.entrySet()) {
            pieces.add(new Piece(from, rise.getKey(), above, below));
            from = rise.getKey();
            above += rise.getValue();
            below -= rise.getValue();
        }
        pieces.add(new Piece(from, 1, above, below));
        return pieces;
    }
}
