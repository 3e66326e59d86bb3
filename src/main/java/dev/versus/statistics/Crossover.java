package dev.versus.statistics;

import dev.versus.statistics.WalshLines.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The place along a swept quantity at which one of two alternatives overtakes the other.
 *
 * <p>In each round the effect, such as ln(B/A), is a line through the measured values of the quantity, straight from one to the next. At
 * every place, between measured values too, the signed-rank test tells whether these lines lie above zero, below it, or neither. Places at
 * which neither is told, between places on different sides, are the interval of a crossover: at the true crossover the lines are symmetric
 * about zero, so that the test rejects this place no more often than its level says. The value is where the pseudo-median changes its sign.
 * Between two measured values the crossover is that of the straight line; on which side a measured value lies does not depend on it.
 *
 * <p>The crossovers of single rounds are not summarised: a noisy round crosses zero several times, or never within the measured values,
 * and leaving such rounds out would make the interval too narrow.
 *
 * <p>That an alternative is ahead at every value needs no correction for their number, because each of the tests has to say so; that it is
 * ahead at some value among many that are all alike is told too often, as with any other group of claims.
 *
 * <p>Sources: for an interval by the test that it passes E. C. Fieller, "Some Problems in Interval Estimation", Journal of the Royal
 * Statistical Society B 16 (1954), 175–185; for the test M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd ed.
 * (2014), sections 3.1 to 3.3; for "at every value" R. L. Berger, "Multiparameter Hypothesis Testing and Acceptance Sampling",
 * Technometrics 24 (1982), 295–300.
 *
 * @param stretches what is told along the quantity, from its smallest measured value to its largest
 * @param crossings each crossover with its interval, ascending; none if the effect is told on one side of zero only
 * @param confidence the confidence level reached at each place, 0 to 1
 * @param n the number of rounds
 */
public record Crossover(List<Stretch> stretches, List<Estimate> crossings, double confidence, int n) {

    /** The position of the effect relative to zero. */
    public enum Side {
        BELOW,
        ABOVE,
        /** The test cannot tell the effect from zero. */
        UNDECIDED
    }

    /** A part of the quantity, from one of its values to another, in which the effect is on one side. */
    public record Stretch(Side side, double from, double to) {}

    public Crossover {
        stretches = List.copyOf(stretches);
        crossings = List.copyOf(crossings);
    }

    /**
     * Finds the crossovers.
     *
     * @param values at least two values of the quantity, ascending
     * @param effects at each value one effect a round, on the line where effects add up; the rounds are the same at every value
     * @param atLeast the confidence level that intervals must reach
     * @return empty if there are fewer rounds than {@link WilcoxonSignedRank#fewestRounds}
     * @throws UnusableValue if an effect is not finite
     */
    public static Optional<Crossover> of(Axis axis, double[] values, List<double[]> effects, Confidence atLeast) {
        int n = effects.get(0).length;
        if (values.length < 2
                || values.length != effects.size()
                || effects.stream().anyMatch(one -> one.length != n)) {
            throw new IllegalArgumentException("There must be at least two values, and at each one effect a round.");
        }
        SignedRankDistribution ranks = SignedRankDistribution.of(n);
        int critical = ranks.largestCritical(atLeast.error());
        if (critical < 0) {
            return Optional.empty();
        }
        List<Leg> legs = legs(effects, critical);
        DoubleUnaryOperator valueAt = place -> valueAt(axis, values, place);
        double achieved = 1 - 2 * ranks.atMost(critical);
        List<Estimate> crossings = new ArrayList<>();
        for (int at = 1; at < legs.size() - 1; at++) {
            Side after = legs.get(at + 1).side();
            if (legs.get(at).side() == Side.UNDECIDED && legs.get(at - 1).side() != after) {
                Stretch where = legs.get(at).stretch(valueAt);
                double value = valueAt.applyAsDouble(legs.get(at).turn(after));
                crossings.add(new Estimate(value, new Interval(where.from(), where.to()), achieved, n));
            }
        }
        return Optional.of(
                new Crossover(legs.stream().map(leg -> leg.stretch(valueAt)).toList(), crossings, achieved, n));
    }

    /** Consecutive pieces of the way on one side; the measured values lie at places 0, 1, 2 and so on. */
    private record Leg(Side side, List<Piece> pieces) {

        private double from() {
            return pieces.get(0).from();
        }

        private double to() {
            return pieces.get(pieces.size() - 1).to();
        }

        Stretch stretch(DoubleUnaryOperator valueAt) {
            return new Stretch(side, valueAt.applyAsDouble(from()), valueAt.applyAsDouble(to()));
        }

        /** Returns the middle between the place where the pseudo-median leaves the side before and the place where it reaches the next. */
        double turn(Side after) {
            int sign = after == Side.ABOVE ? 1 : -1;
            double left = pieces.stream()
                    .filter(piece -> sign * piece.lean() >= 0)
                    .mapToDouble(Piece::from)
                    .min()
                    .orElse(to());
            double reached = pieces.stream()
                    .filter(piece -> sign * piece.lean() <= 0)
                    .mapToDouble(Piece::to)
                    .max()
                    .orElse(from());
            return (left + reached) / 2;
        }
    }

    private static List<Leg> legs(List<double[]> effects, int critical) {
        List<Leg> legs = new ArrayList<>();
        for (int at = 0; at < effects.size() - 1; at++) {
            for (Piece piece : WalshLines.between(effects.get(at), effects.get(at + 1))) {
                add(legs, piece.movedBy(at), side(piece, critical));
            }
        }
        return legs;
    }

    /** Adds a piece; where all rounds change from one side to the other at once, a single place lies between. */
    private static void add(List<Leg> legs, Piece piece, Side side) {
        Side before =
                legs.isEmpty() ? Side.UNDECIDED : legs.get(legs.size() - 1).side();
        if (before != side && before != Side.UNDECIDED && side != Side.UNDECIDED) {
            legs.add(new Leg(Side.UNDECIDED, List.of(new Piece(piece.from(), piece.from(), 0, 0))));
        }
        if (legs.isEmpty() || legs.get(legs.size() - 1).side() != side) {
            legs.add(new Leg(side, new ArrayList<>()));
        }
        legs.get(legs.size() - 1).pieces().add(piece);
    }

    private static Side side(Piece piece, int critical) {
        if (piece.below() <= critical) {
            return Side.ABOVE;
        }
        return piece.above() <= critical ? Side.BELOW : Side.UNDECIDED;
    }

    private static double valueAt(Axis axis, double[] values, double place) {
        int at = Math.min((int) place, values.length - 2);
        double way = place - at;
        if (way == 0 || way == 1) {
            return values[at + (int) way];
        }
        double start = axis.toPlace(values[at]);
        return axis.toValue(start + way * (axis.toPlace(values[at + 1]) - start));
    }
}
