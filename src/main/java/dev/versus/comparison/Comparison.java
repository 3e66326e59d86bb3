package dev.versus.comparison;

import static java.util.stream.Collectors.toMap;

import dev.versus.workload.Client;
import dev.versus.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A comparison as data: targets in the order of turns, their workloads, and how much of them is measured.
 *
 * @param order the order of turns, which names the targets
 * @param workloads the workload of each target, by the target's name
 * @param budget how much load counts
 * @param duets the pairs of targets that are loaded at once
 */
public record Comparison(
        TurnOrder order, Map<String, Workload> workloads, WarmUpRule warmUp, Budget budget, Duets duets) {

    public Comparison {
        workloads = Map.copyOf(workloads);
    }

    /** Makes a comparison without duets. */
    public Comparison(TurnOrder order, Map<String, Workload> workloads, WarmUpRule warmUp, Budget budget) {
        this(order, workloads, warmUp, budget, Duets.none());
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

    /** Returns the targets without those that send the same load to the same addresses as an earlier one, such as a control. */
    List<Target> unlike() {
        Map<Object, Target> unlike = new LinkedHashMap<>();
        targets().forEach(target -> {
            var unused = unlike.putIfAbsent(likeness(target), target);
        });
        return List.copyOf(unlike.values());
    }

    /** Returns what targets have in common that send the same load to the same addresses. */
    Object likeness(Target target) {
        return List.of(target.addresses(), workloadOf(target));
    }

    /** Returns for each target, by its name, how many send the same load to the same addresses, itself included. */
    Map<String, Integer> alike() {
        return targets().stream().collect(toMap(Target::name, target -> (int) targets().stream()
                .filter(one -> likeness(one).equals(likeness(target)))
                .count()));
    }

    /** Returns the target of a name. */
    private Target target(String name) {
        return targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the targets of a duet. */
    List<Target> targetsOf(Duet duet) {
        return List.of(target(duet.one()), target(duet.other()));
    }

    /** Returns how many virtual users the stretch with most of them needs, those of warm-ups and duets included. */
    public int virtualUsers() {
        IntStream alone = workloads.values().stream()
                .flatMap(workload -> Stream.of(workload, workload.whileWarming()))
                .mapToInt(Workload::virtualUsers);
        IntStream together = duets.pairs().stream()
                .mapToInt(duet -> targetsOf(duet).stream()
                        .mapToInt(target -> workloadOf(target).virtualUsers())
                        .sum());
        return IntStream.concat(alone, together).max().orElseThrow();
    }

    /** Tells whether any target is at an {@code https://} address. */
    public boolean usesTls() {
        return targets().stream()
                .flatMap(target -> target.addresses().stream())
                .anyMatch(address -> "https".equals(address.getScheme()));
    }

    /** Tells whether any target is loaded over HTTP/2. */
    public boolean usesHttp2() {
        return workloads.values().stream()
                .anyMatch(workload -> workload.client().version() == Client.Version.HTTP_2);
    }

    /** Returns a copy with restarted targets at other addresses, and turns in another order. */
    public Comparison drawnAnew(List<Target> moved) {
        return new Comparison(order.at(moved).drawnAnew(), workloads, warmUp.again(), budget, duets);
    }

    /** Returns a copy with its targets at other addresses. */
    Comparison at(List<Target> moved) {
        return new Comparison(order.at(moved), workloads, warmUp, budget, duets);
    }

    /** Returns a copy whose targets are loaded in turns alone. */
    Comparison withoutDuets() {
        return new Comparison(order, workloads, warmUp, budget);
    }

    /** Returns a copy with another warm-up rule. */
    Comparison warmedBy(WarmUpRule rule) {
        return new Comparison(order, workloads, rule, budget, duets);
    }
}
