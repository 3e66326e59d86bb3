package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A diagnostic that examines two compared targets at a time; its findings affect only claims that compare these two. */
abstract class PairDiagnostic extends Diagnostic {

    PairDiagnostic(String name, Scope scope, String cause, String nextStep) {
        super(name, scope, cause, nextStep);
    }

    /** Returns the reasons not to compare the two targets. */
    abstract Stream<Finding> examine(Pair pair, Evidence evidence);

    @Override
    final boolean isOnPairs() {
        return true;
    }

    @Override
    final List<Finding> examine(Evidence evidence) {
        return evidence.pairs().stream()
                .flatMap(pair -> examine(pair, evidence))
                .toList();
    }

    /** Returns a finding that makes comparisons of the pair invalid, or warns of them; none if nothing was found. */
    final Stream<Finding> finding(boolean found, boolean invalid, Pair pair, String symptom) {
        return finding(found, invalid ? Severity.INVALIDATES : Severity.WARNS, pair.targets(), symptom);
    }
}
