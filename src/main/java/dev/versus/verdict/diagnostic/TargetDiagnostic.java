package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A diagnostic that examines one target at a time. */
abstract class TargetDiagnostic extends Diagnostic {

    TargetDiagnostic(String name, Scope scope, String cause, String nextStep) {
        super(name, scope, cause, nextStep);
    }

    /** Returns the reasons not to trust the measurement of one target. */
    abstract Stream<Finding> examine(String target, Evidence evidence);

    @Override
    final List<Finding> examine(Evidence evidence) {
        return evidence.targets().stream()
                .flatMap(target -> examine(target, evidence))
                .toList();
    }

    final Stream<Finding> warning(boolean found, String target, String symptom) {
        return finding(found, Severity.WARNS, List.of(target), symptom);
    }

    final Stream<Finding> invalid(boolean found, String target, String symptom) {
        return finding(found, Severity.INVALIDATES, List.of(target), symptom);
    }
}
