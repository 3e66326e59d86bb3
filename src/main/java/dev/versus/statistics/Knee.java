package dev.versus.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The knee of a curve of throughput over load: the smallest measured load whose throughput is within a margin of the largest, so that more
 * load adds waiting and little else.
 *
 * <p>A declared rule takes the place of a search for the strongest bend, which moves when the measured range is widened: V. Satopää, J.
 * Albrecht, D. Irwin, B. Raghavan, "Finding a 'Kneedle' in a Haystack: Detecting Knee Points in System Behavior", ICDCS Workshops 2011.
 *
 * <p>Each load is compared with every other one, round by round. It is ruled out as the knee if another load's throughput is larger by more
 * than the margin, told by an interval with its error shared among the others; it counts as within the margin if no other's is, told by
 * intervals that need no such share. The interval runs from the first load that is not ruled out to the last one that is reached by going
 * down from the best load as long as loads count as within. Whichever load was the best by chance is thereby accounted for.
 *
 * <p>Sources: J. C. Hsu, "Constrained Simultaneous Confidence Intervals for Multiple Comparisons with the Best", Annals of Statistics 12
 * (1984), 1136–1144, here with signed ranks in the place of normal noise; for going down step by step at an undivided level W. Maurer, L. A.
 * Hothorn, W. Lehmacher, "Multiple Comparisons in Drug Clinical Trials and Preclinical Assays: A-Priori Ordered Hypotheses", in
 * "Biometrie in der chemisch-pharmazeutischen Industrie" 6 (1995), 3–18.
 *
 * @param at the load at the knee, with its interval; both are measured loads
 * @param rising whether the interval reaches the largest load, so that throughput may rise beyond it
 */
public record Knee(Estimate at, boolean rising) {

    /**
     * Finds the knee.
     *
     * @param loads at least two, ascending
     * @param logs the natural logarithm of each load's throughput, one a round; the rounds are the same at every load
     * @param margin the largest difference that does not matter, as a share
     * @return empty if there are fewer rounds than ruling a load out takes: 7 for 4 loads at 95 %, 8 for 7
     */
    public static Optional<Knee> of(double[] loads, List<double[]> logs, Margin margin, Confidence atLeast) {
        int n = logs.get(0).length;
        if (loads.length < 2 || loads.length != logs.size() || logs.stream().anyMatch(one -> one.length != n)) {
            throw new IllegalArgumentException("There must be at least two loads, and at each one throughput a round.");
        }
        Confidence shared = new Confidence(1 - atLeast.error() / (loads.length - 1));
        if (n < WilcoxonSignedRank.fewestRounds(shared)) {
            return Optional.empty();
        }
        double bar = Math.log(margin.aroundNeutral().lower());
        List<Distance> distances = IntStream.range(0, loads.length)
                .mapToObj(load -> Distance.of(load, logs, atLeast, shared))
                .toList();
        int knee = first(distances, distance -> distance.value() >= bar);
        int lowest = first(distances, distance -> distance.most() >= bar);
        int highest = lastReached(distances, bar);
        Interval interval = new Interval(loads[lowest], loads[highest]);
        return Optional.of(
                new Knee(new Estimate(loads[knee], interval, atLeast.level(), n), highest == loads.length - 1));
    }

    private static int first(List<Distance> distances, Predicate<Distance> wanted) {
        return IntStream.range(0, distances.size())
                .filter(load -> wanted.test(distances.get(load)))
                .findFirst()
                .orElse(distances.size() - 1);
    }

    /** Goes down from the best load as long as loads are told to be within the margin; the largest load if not even the best one is. */
    private static int lastReached(List<Distance> distances, double bar) {
        int best = IntStream.range(0, distances.size())
                .boxed()
                .max(Comparator.comparingDouble(load -> distances.get(load).value()))
                .orElseThrow();
        int reached = distances.size() - 1;
        for (int load = best; load >= 0 && distances.get(load).least() >= bar; load--) {
            reached = load;
        }
        return reached;
    }

    /**
     * The smallest of the log ratios of a load's throughput to every other one.
     *
     * @param least the smallest lower end of their intervals
     * @param most the smallest upper end of their intervals at the shared error
     */
    private record Distance(double value, double least, double most) {

        static Distance of(int load, List<double[]> logs, Confidence alone, Confidence shared) {
            double value = Double.POSITIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.POSITIVE_INFINITY;
            for (int other = 0; other < logs.size(); other++) {
                if (other != load) {
                    double[] ratio = difference(logs.get(load), logs.get(other));
                    Estimate estimate =
                            WilcoxonSignedRank.estimate(ratio, alone).orElseThrow();
                    value = Math.min(value, estimate.value());
                    least = Math.min(least, estimate.interval().lower());
                    Estimate wide = WilcoxonSignedRank.estimate(ratio, shared).orElseThrow();
                    most = Math.min(most, wide.interval().upper());
                }
            }
            return new Distance(value, least, most);
        }
    }

    private static double[] difference(double[] own, double[] other) {
        return IntStream.range(0, own.length)
                .mapToDouble(round -> own[round] - other[round])
                .toArray();
    }
}
