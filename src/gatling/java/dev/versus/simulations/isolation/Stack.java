package dev.versus.simulations.isolation;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.run.SystemUnderTest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A variant of a system on several arms: a deployment for each environment, a target for each arm. */
public final class Stack {

    private final Map<Arm, EntryPoint> targets = new EnumMap<>(Arm.class);

    private final String name;

    private Stack(String name) {
        this.name = name;
    }

    /**
     * Makes a stack: a system on these arms.
     *
     * @param name the first part of its targets' names
     * @param service the service that load is sent to
     */
    public static Stack of(String name, SystemUnderTest system, String service, Set<Arm> arms) {
        Stack stack = new Stack(name);
        Map<EnvironmentChoice, Placement> placements = new HashMap<>();
        for (Arm arm : arms) {
            Placement placement = placements.computeIfAbsent(arm.environment(), system::in);
            stack.targets.put(arm, arm.reached(placement.target(name + "-" + arm, service)));
        }
        return stack;
    }

    public String name() {
        return name;
    }

    /** Returns all targets, in the order of arms. */
    public Collection<EntryPoint> targets() {
        return targets.values();
    }

    /**
     * Two targets to compare.
     *
     * @param baseline the target to which the other is compared
     */
    public record Pair(EntryPoint baseline, EntryPoint target) {}

    /** Returns the targets of two arms; empty unless both arms are part of this stack. */
    public Optional<Pair> pair(Arm baseline, Arm target) {
        return target(baseline).flatMap(one -> target(target).map(other -> new Pair(one, other)));
    }

    /** Returns the target of an arm; empty if the arm is no part of this stack. */
    public Optional<EntryPoint> target(Arm arm) {
        return Optional.ofNullable(targets.get(arm));
    }
}
