package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;
import java.util.stream.Stream;

/** A diagnostic of each target by itself. */
interface TargetDiagnostic extends Diagnostic {

    /** What speaks against believing the measurement of the target; nothing, if nothing does. */
    Stream<Finding> examine(String target, Evidence evidence);

    @Override
    default List<Finding> examine(Evidence evidence) {
        return evidence.targets().stream()
                .flatMap(target -> examine(target, evidence))
                .toList();
    }
}
