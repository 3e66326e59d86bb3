package dev.versus.run;

import dev.versus.InvalidInput;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The targets of a comparison in the author's order, and the names of those that were left out. */
final class ComparedTargets {

    private final Map<String, EntryPoint> targets = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    /**
     * Adds a target.
     *
     * @param ifTwice how to mend it if another target has this name
     * @throws InvalidInput if another target has this name
     */
    void add(EntryPoint target, String ifTwice) {
        if (targets.put(target.name(), target) != null) {
            throw new InvalidInput("Two targets are named '" + target.name() + "': " + ifTwice);
        }
    }

    /** Leaves out all targets but the chosen ones. */
    void only(Predicate<EntryPoint> chosen) {
        targets.values().stream().filter(chosen.negate()).map(EntryPoint::name).forEach(leftOut::add);
        targets.keySet().removeAll(leftOut);
    }

    /**
     * Checks that these targets are compared, or were left out.
     *
     * @throws InvalidInput if one is neither
     */
    void require(Collection<String> names) {
        for (String name : names) {
            if (!targets.containsKey(name) && !leftOut.contains(name)) {
                throw new InvalidInput("'" + name + "' is not a target of this comparison; it compares "
                        + String.join(", ", targets.keySet()) + ".");
            }
        }
    }

    boolean isEmpty() {
        return targets.isEmpty();
    }

    List<EntryPoint> all() {
        return List.copyOf(targets.values());
    }

    Optional<EntryPoint> named(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    Set<String> leftOut() {
        return Set.copyOf(leftOut);
    }
}
