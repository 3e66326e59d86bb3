package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** A diagnostic of how two targets compare: each of its findings concerns only what sets these two against each other. */
interface PairDiagnostic extends Diagnostic {

    /** What speaks against comparing the two targets; nothing, if nothing does. */
    Optional<Finding> examine(Pair pair, Evidence evidence);

    @Override
    default boolean isOnPairs() {
        return true;
    }

    @Override
    default List<Finding> examine(Evidence evidence) {
        return evidence.pairs().stream()
                .flatMap(pair -> examine(pair, evidence).stream())
                .toList();
    }
}
