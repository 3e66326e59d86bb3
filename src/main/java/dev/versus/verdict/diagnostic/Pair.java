package dev.versus.verdict.diagnostic;

import java.util.List;

/** Two targets that are set against each other. */
record Pair(String a, String b) {

    List<String> targets() {
        return List.of(a, b);
    }

    boolean has(String target) {
        return a.equals(target) || b.equals(target);
    }
}
