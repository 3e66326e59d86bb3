package dev.versus.verdict.diagnostic;

import dev.versus.EnvironmentFacts;
import dev.versus.verdict.diagnostic.Surroundings.Origin;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One key of a fingerprint that is not the same on both sides.
 *
 * @param alike whether both sides run a program of the same name
 * @param a one side's value, or "none"
 * @param b the other's
 */
record Difference(String service, String key, boolean alike, String a, String b) {

    private static final String NONE = "none";
    private static final int LONGEST = 60;

    /** What a program is, rather than what it runs in. */
    private static final Set<String> STACK = Set.of(EnvironmentFacts.PROGRAM, "package", "server", "switch");

    /** What the author of a variant chooses, rather than how the program was built. */
    private static final Set<String> CHOSEN =
            Set.of(EnvironmentFacts.PROGRAM_NAME, EnvironmentFacts.PROGRAM_ENTRY, EnvironmentFacts.PROGRAM_FLAGS);

    private static final Set<String> CPU = Set.of(EnvironmentFacts.CPU, EnvironmentFacts.CPU_SET);

    /** What a difference does to figures. */
    enum Weight {
        /** The same variant is not the same program, or has other CPUs. */
        DECISIVE,
        /** Worth knowing. */
        NOTABLE,
        /** It is what the author compares. */
        TREATMENT
    }

    static Stream<Difference> between(String service, Map<String, String> a, Map<String, String> b) {
        Set<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        boolean alike = a.getOrDefault(EnvironmentFacts.PROGRAM_NAME, NONE)
                .equals(b.getOrDefault(EnvironmentFacts.PROGRAM_NAME, NONE));
        return keys.stream()
                .map(key -> new Difference(service, key, alike, a.getOrDefault(key, NONE), b.getOrDefault(key, NONE)))
                .filter(difference -> !difference.a.equals(difference.b));
    }

    /**
     * How much it weighs between two targets of the same system.
     *
     * <ul>
     *   <li>Isolation (network, MTU, user, …) is what another environment is: compared on purpose.
     *   <li>Another variant has another stack on purpose. But where both run a program of the same name, another build of it (an
     *       interpreter's version or flags) is hardly meant.
     *   <li>The same variant has to have the same stack and the same CPUs. What only one side tells may only be unknown on the other.
     *   <li>All else (memory, open files, C library, …) is worth knowing.
     * </ul>
     */
    Weight weight(Origin from, Origin to) {
        String group = key.substring(0, Math.max(0, key.indexOf('.')));
        if (group.equals(EnvironmentFacts.ISOLATION) && !from.environment().equals(to.environment())) {
            return Weight.TREATMENT;
        }
        if (!from.variant().equals(to.variant())) {
            boolean otherBuild = group.equals(EnvironmentFacts.PROGRAM) && alike && !CHOSEN.contains(key);
            return STACK.contains(group) && !otherBuild ? Weight.TREATMENT : Weight.NOTABLE;
        }
        boolean told = !a.equals(NONE) && !b.equals(NONE);
        return CPU.contains(key) || (STACK.contains(group) && told) ? Weight.DECISIVE : Weight.NOTABLE;
    }

    @Override
    public String toString() {
        return service + " " + key + " (" + shortened(a) + ", " + shortened(b) + ")";
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
