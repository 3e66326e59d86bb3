package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;

/** Two targets that are compared with each other. */
public record Pair(String a, String b) {

    List<String> targets() {
        return List.of(a, b);
    }

    /** Tells whether a finding affects exactly one of the two targets. */
    boolean isDividedBy(Finding finding) {
        return finding.targets().contains(a) != finding.targets().contains(b);
    }

    /** Tells whether a finding is about these two targets and no other. */
    boolean isMeantBy(Finding finding) {
        return finding.targets().size() == 2 && finding.targets().containsAll(targets());
    }

    boolean has(String target) {
        return a.equals(target) || b.equals(target);
    }
}
