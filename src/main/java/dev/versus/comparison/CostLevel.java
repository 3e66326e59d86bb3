package dev.versus.comparison;

import dev.versus.statistics.SteadyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rule by which the cost of a target's requests is level. The cost is the CPU time of generator and services for each request: a
 * just-in-time compiler lowers it in steps, and other load on the machine hardly changes it, unlike throughput and latency.
 *
 * <p>A machine that others use is faster or slower for seconds at a time, so the last three seconds are compared with the three before
 * ({@link SteadyState}), and each has at least six slices of the target. Slices that hold too little to tell CPU time are pooled until
 * they do.
 *
 * @param slice how long a slice lasts
 * @param patience the load on a target after which it counts as too slow to tell CPU time; its median latency decides then
 */
record CostLevel(Duration slice, Duration patience) {

    private static final Duration COMPARED = Duration.ofSeconds(3);
    private static final int FEWEST_SLICES = 6;
    /** The fewest pools of slices in each half: fewer hardly tell a step from chance. */
    private static final int FEWEST_POOLS = 4;

    private static final long REQUESTS_THAT_TELL_CPU = 200;
    /** Ten ticks of 10 ms, in which the kernel counts the CPU time of services. */
    private static final double MICROS_THAT_TELL_CPU = 100_000;

    /** Tells whether the slices of a target are level at the last one, while so many targets take turns. */
    boolean isReachedBy(List<WarmUp.Slice> ofTarget, int turns) {
        int half = Math.max(FEWEST_SLICES, (int) (COMPARED.dividedBy(slice) / turns));
        if (ofTarget.size() < 2 * half || !answers(ofTarget.subList(ofTarget.size() - 2 * half, ofTarget.size()))) {
            return false;
        }
        List<List<WarmUp.Slice>> pools = pools(ofTarget, 2 * half);
        return pools.size() >= 2 * FEWEST_POOLS
                ? isLevel(pools.stream().mapToDouble(CostLevel::cpuMicros).toArray())
                : slice.multipliedBy(ofTarget.size()).compareTo(patience) >= 0
                        && isLevel(ofTarget.subList(ofTarget.size() - 2 * half, ofTarget.size()).stream()
                                .mapToDouble(WarmUp.Slice::p50Millis)
                                .toArray());
    }

    private static boolean answers(List<WarmUp.Slice> slices) {
        return slices.stream().allMatch(slice -> slice.throughput() > 0);
    }

    private static boolean isLevel(double... costs) {
        return Arrays.stream(costs).allMatch(Double::isFinite)
                && new SteadyState(costs.length / 2, SteadyState.USUAL.tolerance()).isReachedBy(costs);
    }

    /** Pools slices from the last one backwards: at least so many slices, and at least so many pools if there are enough slices. */
    private static List<List<WarmUp.Slice>> pools(List<WarmUp.Slice> slices, int fewest) {
        List<List<WarmUp.Slice>> pools = new ArrayList<>();
        int end = slices.size();
        for (int start = end - 1; start >= 0 && !suffices(pools, slices.size() - end, fewest); start--) {
            List<WarmUp.Slice> pool = slices.subList(start, end);
            if (tellsCpu(pool)) {
                pools.add(0, pool);
                end = start;
            }
        }
        return pools;
    }

    private static boolean suffices(List<List<WarmUp.Slice>> pools, int pooled, int fewest) {
        return pooled >= fewest && pools.size() >= 2 * FEWEST_POOLS && pools.size() % 2 == 0;
    }

    private static boolean tellsCpu(List<WarmUp.Slice> pool) {
        long requests = pool.stream().mapToLong(WarmUp.Slice::requests).sum();
        return requests >= REQUESTS_THAT_TELL_CPU && cpuMicros(pool) * requests >= MICROS_THAT_TELL_CPU;
    }

    /** Returns the CPU time of a request, weighted by the slices' requests. */
    private static double cpuMicros(List<WarmUp.Slice> pool) {
        double requests = pool.stream().mapToLong(WarmUp.Slice::requests).sum();
        return pool.stream()
                        .filter(slice -> slice.requests() > 0)
                        .mapToDouble(slice -> slice.cpuMicros() * slice.requests())
                        .sum()
                / requests;
    }
}
