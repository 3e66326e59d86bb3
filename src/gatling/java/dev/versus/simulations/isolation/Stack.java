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

/** One variant of a system on several arms: a deployment for each environment, a target for each arm. */
public final class Stack {

    private final Map<Arm, EntryPoint> targets = new EnumMap<>(Arm.class);

    private final String name;

    private Stack(String name) {
        this.name = name;
    }

    /**
     * A system on these arms.
     *
     * @param name what its targets' names begin with
     * @param service the one that load is sent to
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

    /** All targets, in the order of arms. */
    public Collection<EntryPoint> targets() {
        return targets.values();
    }

    /**
     * Two of its targets.
     *
     * @param baseline what the other is set against
     */
    public record Pair(EntryPoint baseline, EntryPoint target) {}

    /** The targets of two arms, if both are compared. */
    public Optional<Pair> pair(Arm baseline, Arm target) {
        return target(baseline).flatMap(one -> target(target).map(other -> new Pair(one, other)));
    }

    /** The target of an arm, if that is compared. */
    public Optional<EntryPoint> target(Arm arm) {
        return Optional.ofNullable(targets.get(arm));
    }
}
