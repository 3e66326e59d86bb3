package dev.versus.verdict.diagnostic;

import dev.versus.EnvironmentFacts;
import dev.versus.verdict.diagnostic.Surroundings.Origin;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A fingerprint key whose value differs between two targets.
 *
 * @param key the fingerprint's key, such as {@code program.version}
 * @param alike true if both targets run a program of the same name
 * @param a the value of the first target, or "none"
 * @param b the value of the second target, or "none"
 */
record Difference(String service, String key, boolean alike, String a, String b) {

    private static final String NONE = "none";
    private static final int LONGEST = 60;

    /** Key groups that describe the program, not its surroundings. */
    private static final Set<String> STACK = Set.of(EnvironmentFacts.PROGRAM, "package", "server", "switch");

    /** Keys that the author of a variant chooses; the other keys of a program describe its build. */
    private static final Set<String> CHOSEN =
            Set.of(EnvironmentFacts.PROGRAM_NAME, EnvironmentFacts.PROGRAM_ENTRY, EnvironmentFacts.PROGRAM_FLAGS);

    private static final Set<String> CPU = Set.of(EnvironmentFacts.CPU, EnvironmentFacts.CPU_SET);

    /** The weight of a difference. */
    enum Weight {
        /** Makes the comparison invalid: the same variant runs another program or has other CPU limits. */
        DECISIVE,
        /** Gives a warning. */
        NOTABLE,
        /** Is ignored, because the author compares just this. */
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
     * Weighs the difference between two targets of the same system.
     *
     * <ul>
     *   <li>Isolation (network, MTU, user, …) differs on purpose between environments.
     *   <li>The stack (program, packages, server settings) differs on purpose between variants. But if both variants run a program of the
     *       same name, another build of it (an interpreter's version or flags) is probably a mistake.
     *   <li>The same variant must have the same stack and the same CPU limits. A key that one target lacks may only be unknown there, so
     *       it gives a warning, except for CPU limits.
     *   <li>All other keys (memory, open files, C library, …) give a warning.
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
