package dev.versus.comparison;

import dev.versus.workload.Workload;
import java.util.List;
import java.util.Map;

/**
 * A comparison as data: targets, their workloads and the order of turns.
 *
 * @param plan the order of turns, which names the targets
 * @param workloads the workload of each target, by the target's name
 */
public record Comparison(Plan plan, Map<String, Workload> workloads, WarmUpRule warmUp) {

    public Comparison {
        workloads = Map.copyOf(workloads);
    }

    /** Returns the targets, in the order in which they first appear. */
    public List<Target> targets() {
        return plan.turns().stream().map(Turn::target).distinct().toList();
    }

    /**
     * Returns the workload of a target.
     *
     * @throws IllegalArgumentException if it has none
     */
    public Workload workloadOf(Target target) {
        Workload workload = workloads.get(target.name());
        if (workload == null) {
            throw new IllegalArgumentException("no workload for target " + target.name());
        }
        return workload;
    }

    /** Returns a copy with its targets at other addresses. */
    Comparison at(List<Target> moved) {
        return new Comparison(plan.at(moved), workloads, warmUp);
    }

    /** Returns a copy with another warm-up rule. */
    Comparison warmedBy(WarmUpRule rule) {
        return new Comparison(plan, workloads, rule);
    }
}
