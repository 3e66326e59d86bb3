package dev.versus.workload;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses among weighted tasks; the same seed gives each virtual user the same sequence. */
public final class TaskMix {

    private final int[] upTo;
    private final SplittableRandom[] random;

    /**
     * Makes a mix for one step.
     *
     * @param tasks at least one
     * @param users the number of virtual users
     */
    public TaskMix(List<Task> tasks, int users, long seed) {
        this.upTo = new int[tasks.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += tasks.get(i).weight();
            upTo[i] = sum;
        }
        this.random = new SplittableRandom[users];
        SplittableRandom seeds = new SplittableRandom(seed);
        java.util.Arrays.setAll(random, user -> seeds.split());
    }

    /** Returns the index of the task that the virtual user, counted from 0, sends next. */
    public int next(int user) {
        if (upTo.length == 1) {
            return 0;
        }
        int drawn = random[user].nextInt(upTo[upTo.length - 1]);
        int task = 0;
        while (upTo[task] <= drawn) {
            task++;
        }
        return task;
    }
}
