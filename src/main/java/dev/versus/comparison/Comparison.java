package dev.versus.comparison;

import dev.versus.workload.Workload;
import java.util.List;
import java.util.Map;

/**
 * Targets × workload × rounds.
 *
 * @param plan the order of turns, which names the targets
 * @param workloads the workload of each target, by the target's name
 * @param warmUp when the ruler counts as warm
 */
public record Comparison(Plan plan, Map<String, Workload> workloads, WarmUpRule warmUp) {

    public Comparison {
        workloads = Map.copyOf(workloads);
    }

    /** The targets, in the order in which they first appear. */
    public List<Target> targets() {
        return plan.turns().stream().map(Turn::target).distinct().toList();
    }

    public Workload workloadOf(Target target) {
        Workload workload = workloads.get(target.name());
        if (workload == null) {
            throw new IllegalArgumentException("no workload for target " + target.name());
        }
        return workload;
    }

    /** The same with its targets at other addresses. */
    Comparison at(List<Target> moved) {
        return new Comparison(plan.at(moved), workloads, warmUp);
    }

    /** The same under another rule of warming up. */
    Comparison warmedBy(WarmUpRule rule) {
        return new Comparison(plan, workloads, rule);
    }
}
