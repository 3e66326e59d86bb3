package dev.versus.workload;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Deals out the requests of one step: draws among weighted tasks, and counts the rows of their feeds. The same seed gives the same sequence,
 * whichever virtual user sends which request. It is safe for several threads.
 */
public final class TaskMix {

    /** The distance between two states of {@link SplittableRandom}: the nth draw of a seed needs none of those before it. */
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final int[] upTo;
    private final boolean[] fed;
    private final long seed;
    private final AtomicLong drawn = new AtomicLong();
    private final AtomicLongArray rows;

    /**
     * Makes a mix for one step.
     *
     * @param tasks at least one
     */
    public TaskMix(List<Task> tasks, long seed) {
        this.upTo = new int[tasks.size()];
        this.fed = new boolean[tasks.size()];
        this.rows = new AtomicLongArray(tasks.size());
        this.seed = seed;
        int first = new SplittableRandom(seed).nextInt(Integer.MAX_VALUE);
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += tasks.get(i).weight();
            upTo[i] = sum;
            fed[i] = tasks.get(i).request().feed() != null;
            rows.set(i, first);
        }
    }

    /** Returns the index of the task that is sent next. */
    public int next() {
        if (upTo.length == 1) {
            return 0;
        }
        long state = seed + drawn.getAndIncrement() * GOLDEN_GAMMA;
        int point = new SplittableRandom(state).nextInt(upTo[upTo.length - 1]);
        int task = 0;
        while (upTo[task] <= point) {
            task++;
        }
        return task;
    }

    /** Returns the number of the row that the task takes next from its feed, from a first one that the seed chooses; 0 without a feed. */
    public long nextRow(int task) {
        return fed[task] ? rows.getAndIncrement(task) : 0;
    }
}
