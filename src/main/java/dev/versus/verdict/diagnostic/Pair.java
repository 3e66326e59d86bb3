package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;

/** Two targets that are set against each other. */
public record Pair(String a, String b) {

    List<String> targets() {
        return List.of(a, b);
    }

    /** Whether a finding concerns one of the two and not the other. */
    boolean isDividedBy(Finding finding) {
        return finding.targets().contains(a) != finding.targets().contains(b);
    }

    /** Whether a finding is about just these two. */
    boolean isMeantBy(Finding finding) {
        return finding.targets().size() == 2 && finding.targets().containsAll(targets());
    }

    boolean has(String target) {
        return a.equals(target) || b.equals(target);
    }
}
