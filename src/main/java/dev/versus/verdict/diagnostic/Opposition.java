package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which targets of a comparison are set against each other. Of one that holds several scenarios, whose targets are offered different
 * things on purpose, only those of the same scenario are: those that claims connect, one with the next.
 */
final class Opposition {

    private Opposition() {}

    /** Every two targets that claims connect; every two of all, if no claim sets one against another. */
    static List<Pair> of(List<String> targets, List<Claim> claims) {
        List<Set<String>> scenarios = scenarios(claims);
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < targets.size(); a++) {
            for (int b = a + 1; b < targets.size(); b++) {
                List<String> both = List.of(targets.get(a), targets.get(b));
                if (scenarios.isEmpty() || scenarios.stream().anyMatch(one -> one.containsAll(both))) {
                    pairs.add(new Pair(both.get(0), both.get(1)));
                }
            }
        }
        return pairs;
    }

    /** Targets that hang together, as sets without a target in common. */
    private static List<Set<String>> scenarios(List<Claim> claims) {
        List<Set<String>> scenarios = new ArrayList<>();
        for (Claim claim : claims) {
            Subject subject = claim.statement().subject();
            boolean opposes = subject instanceof Subject.Ratio || subject instanceof Subject.Difference;
            if (opposes) {
                join(subject.targets(), scenarios);
            }
        }
        return scenarios;
    }

    private static void join(List<String> targets, List<Set<String>> scenarios) {
        List<Set<String>> touched = scenarios.stream()
                .filter(one -> targets.stream().anyMatch(one::contains))
                .toList();
        Set<String> joined = new LinkedHashSet<>(targets);
        touched.forEach(joined::addAll);
        scenarios.removeAll(touched);
        scenarios.add(joined);
    }
}
