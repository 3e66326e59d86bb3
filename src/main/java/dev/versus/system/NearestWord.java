package dev.versus.system;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the known word nearest to a misspelt one, by edit distance (Levenshtein 1966). */
final class NearestWord {

    private static final int FURTHEST = 3;
    private static final int LONGEST = 100;

    private NearestWord() {}

    static @Nullable String nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> word.length() <= LONGEST && candidate.length() <= LONGEST)
                .filter(candidate -> distance(word, candidate) <= Math.min(FURTHEST, candidate.length() / 2))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    static int distance(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
