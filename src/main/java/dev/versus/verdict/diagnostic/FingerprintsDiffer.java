package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service that two targets have in common does not run on the same: another interpreter, other packages, another number of
 * workers, other limits.
 *
 * <p>Formula: the keys whose values differ, for each service that both have; a key that one side lacks differs too. Threshold:
 * one. Source: T. Mytkowicz, A. Diwan, M. Hauswirth, P. F. Sweeney, "Producing Wrong Data Without Doing Anything Obviously
 * Wrong!", ASPLOS 2009: what seems innocuous in a set-up moves results by more than what is studied.
 *
 * <p>Severity: a warning, always. The variant that is compared is a difference itself, and only its author can tell it from one
 * that crept in; so all are told, and none invalidates.
 */
final class FingerprintsDiffer implements Diagnostic {

    private static final int MOST_TOLD = 6;
    private static final String NONE = "none";

    private static final Advice ADVICE = new Advice(
            "fingerprints-differ",
            "the targets come from other images, lock files or settings; beside what is compared, these are compared too",
            "keep what you mean to compare and make the rest equal: same base image, packages, workers and limits");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.pairs().stream()
                .filter(pair -> !differences(pair, evidence).isEmpty())
                .map(pair -> ADVICE.warns(
                        pair.targets(),
                        text("%s and %s differ in %s", pair.a(), pair.b(), told(differences(pair, evidence)))))
                .toList();
    }

    private static List<String> differences(Pair pair, Evidence evidence) {
        Map<String, Map<String, String>> a = evidence.around(pair.a()).fingerprints();
        Map<String, Map<String, String>> b = evidence.around(pair.b()).fingerprints();
        List<String> found = new ArrayList<>();
        for (String service : new TreeSet<>(a.keySet())) {
            Map<String, String> other = b.get(service);
            if (other != null) {
                differing(a.getOrDefault(service, Map.of()), other)
                        .map(difference -> service + " " + difference)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<String> differing(Map<String, String> a, Map<String, String> b) {
        Set<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys.stream()
                .filter(key -> !a.getOrDefault(key, NONE).equals(b.getOrDefault(key, NONE)))
                .map(key -> text("%s (%s, %s)", key, a.getOrDefault(key, NONE), b.getOrDefault(key, NONE)));
    }

    private static String told(List<String> differences) {
        String first = differences.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        int more = differences.size() - MOST_TOLD;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
