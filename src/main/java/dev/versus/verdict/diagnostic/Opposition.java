package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the pairs of targets that a comparison compares with each other. A comparison of several scenarios or steps has many targets that
 * differ on purpose; only the two targets of a claim must be alike.
 */
final class Opposition {

    private Opposition() {}

    /** Returns every pair that a claim compares, in the order of targets; all pairs if no claim compares any. */
    static List<Pair> of(List<String> targets, List<Claim> claims) {
        Set<Set<String>> compared = claims.stream()
                .map(claim -> claim.statement().subject())
                .filter(subject -> subject instanceof Subject.Ratio || subject instanceof Subject.Difference)
                .map(subject -> Set.copyOf(subject.targets()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return targets.stream()
                .flatMap(a -> targets.subList(targets.indexOf(a) + 1, targets.size()).stream()
                        .map(b -> new Pair(a, b)))
                .filter(pair -> compared.isEmpty() || compared.contains(Set.copyOf(pair.targets())))
                .toList();
    }
}
