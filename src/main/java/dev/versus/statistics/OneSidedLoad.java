package dev.versus.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the rounds in which others took the machine from some turns and not from others. A burst of load that lasts for all turns of a
 * round cancels out of their ratio; one that begins or ends within the round does not.
 *
 * <p>Formula: the share of the machine's CPU time that others took in a turn, less the mean of its round, and less the median of that over
 * all turns of the same target, because kernel and proxies always work more for one target than for another; the largest minus the smallest
 * in a round. Threshold: 10 points. On quiet machines nine rounds of ten stay below 4 points, and a burst that takes one of two CPUs for a
 * fifth of a turn is above.
 */
public final class OneSidedLoad {

    private static final double THRESHOLD = 0.10;

    /** If more than one round of three is hit, the machine is busy all the time, and what is left would be no fair sample of it. */
    private static final int ONE_OF = 3;

    private OneSidedLoad() {}

    /**
     * Returns the indices of the rounds that were hit from one side, ascending; none if they are more than a third, or if too few rounds
     * for an interval would be left.
     *
     * @param taken the share of the machine's CPU time that others took, 0 to 1: an array for each target, with one value a round
     */
    public static List<Integer> rounds(List<double[]> taken) {
        int all = taken.get(0).length;
        double[] means = IntStream.range(0, all)
                .mapToDouble(round ->
                        taken.stream().mapToDouble(target -> target[round]).sum() / taken.size())
                .toArray();
        List<double[]> unusual =
                taken.stream().map(target -> aboveUsual(target, means)).toList();
        List<Integer> hit = IntStream.range(0, all)
                .filter(round -> range(unusual, round) > THRESHOLD)
                .boxed()
                .toList();
        return hit.size() <= Math.min(all / ONE_OF, all - StoppingRule.FEWEST) ? hit : List.of();
    }

    private static double[] aboveUsual(double[] taken, double[] means) {
        double[] above = IntStream.range(0, taken.length)
                .mapToDouble(round -> taken[round] - means[round])
                .toArray();
        double usual = Medians.of(above);
        return Arrays.stream(above).map(share -> share - usual).toArray();
    }

    private static double range(List<double[]> unusual, int round) {
        var turns = unusual.stream().mapToDouble(target -> target[round]).summaryStatistics();
        return turns.getMax() - turns.getMin();
    }
}
