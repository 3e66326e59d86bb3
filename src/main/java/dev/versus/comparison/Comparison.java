package dev.versus.comparison;

import dev.versus.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A comparison as data: targets in the order of turns, their workloads, and how much of them is measured.
 *
 * @param order the order of turns, which names the targets
 * @param workloads the workload of each target, by the target's name
 * @param budget how much load counts
 */
public record Comparison(TurnOrder order, Map<String, Workload> workloads, WarmUpRule warmUp, Budget budget) {

    public Comparison {
        workloads = Map.copyOf(workloads);
    }

    /** Returns the targets, in the author's order. */
    public List<Target> targets() {
        return order.targets();
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

    /** Returns how many virtual users the workload with most of them has, those of warm-ups included. */
    public int virtualUsers() {
        return workloads.values().stream()
                .flatMap(workload -> Stream.of(workload, workload.whileWarming()))
                .mapToInt(Workload::virtualUsers)
                .max()
                .orElseThrow();
    }

    /** Returns a copy with restarted targets at other addresses, and turns in another order. */
    public Comparison drawnAnew(List<Target> moved) {
        return new Comparison(order.at(moved).drawnAnew(), workloads, warmUp.again(), budget);
    }

    /** Returns a copy with its targets at other addresses. */
    Comparison at(List<Target> moved) {
        return new Comparison(order.at(moved), workloads, warmUp, budget);
    }

    /** Returns a copy with another warm-up rule. */
    Comparison warmedBy(WarmUpRule rule) {
        return new Comparison(order, workloads, rule, budget);
    }
}
