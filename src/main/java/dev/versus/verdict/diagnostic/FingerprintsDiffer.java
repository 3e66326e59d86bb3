package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.diagnostic.Difference.Weight;
import dev.versus.verdict.diagnostic.Surroundings.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pairs of targets whose common services run differently: with another interpreter, other packages, another number of workers or
 * other limits.
 *
 * <p>Formula: the fingerprint keys whose values differ, for each service that the requests of both targets may reach, if both targets come
 * from the same system; differences that are compared on purpose are left out, see {@link Difference#weight}. Threshold: one key.
 * Source: T. Mytkowicz, A. Diwan, M. Hauswirth, P. F. Sweeney, "Producing Wrong Data Without Doing Anything Obviously Wrong!", ASPLOS
 * 2009: innocuous details of a set-up change results by more than the effect under study.
 *
 * <p>Severity: invalid if the same variant runs another program (build, packages, server settings) or has other CPU limits, because the
 * difference is then not caused by the environment alone; a warning for everything else.
 */
final class FingerprintsDiffer extends PairDiagnostic {

    private static final int MOST_TOLD = 6;

    FingerprintsDiffer() {
        super(
                "fingerprints-differ",
                Scope.ALL,
                "the targets use different images, lock files or settings, so the comparison measures these differences too",
                "keep what you mean to compare and make the rest equal: same base image, packages, workers and limits");
    }

    @Override
    Stream<Finding> examine(Pair pair, Evidence evidence) {
        Surroundings a = evidence.around(pair.a());
        Surroundings b = evidence.around(pair.b());
        if (a.origin().isEmpty() || b.origin().isEmpty()) {
            return Stream.empty();
        }
        Origin from = a.origin().orElseThrow();
        Origin to = b.origin().orElseThrow();
        Set<String> common = new TreeSet<>(from.path());
        common.retainAll(to.path());
        List<Difference> told = common.stream()
                .filter(service -> from.system().equals(to.system()))
                .filter(a.fingerprints().keySet()::contains)
                .filter(b.fingerprints().keySet()::contains)
                .flatMap(service -> Difference.between(service, of(a, service), of(b, service)))
                .filter(difference -> difference.weight(from, to) != Weight.TREATMENT)
                .sorted(Comparator.comparing(difference -> difference.weight(from, to)))
                .toList();
        boolean invalid = told.stream().anyMatch(difference -> difference.weight(from, to) == Weight.DECISIVE);
        return finding(!told.isEmpty(), invalid, pair, text("%s and %s differ in %s", pair.a(), pair.b(), told(told)));
    }

    private static Map<String, String> of(Surroundings target, String service) {
        return target.fingerprints().getOrDefault(service, Map.of());
    }

    private static String told(List<Difference> differences) {
        String first =
                differences.stream().limit(MOST_TOLD).map(Difference::toString).collect(Collectors.joining(", "));
        int more = differences.size() - MOST_TOLD;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
