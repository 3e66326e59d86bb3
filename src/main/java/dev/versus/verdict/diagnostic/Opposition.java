package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which targets of a comparison are set against each other. One that holds several scenarios, or several steps from one arm to another,
 * has many targets that differ on purpose: only those that a claim sets against each other have to be alike.
 */
final class Opposition {

    private Opposition() {}

    /** Every two targets that a claim compares, in the order of targets; every two of all, if no claim compares any. */
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
