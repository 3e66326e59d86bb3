package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What tests say of findings. */
final class FindingsAssert extends AbstractAssert<FindingsAssert, List<Finding>> {

    private FindingsAssert(List<Finding> findings) {
        super(findings, FindingsAssert.class);
    }

    static FindingsAssert assertThat(List<Finding> findings) {
        return new FindingsAssert(findings);
    }

    FindingsAssert areNone() {
        Assertions.assertThat(actual).isEmpty();
        return this;
    }

    FindingsAssert warnOf(String... targets) {
        return say(Severity.WARNS, targets);
    }

    FindingsAssert invalidate(String... targets) {
        return say(Severity.INVALIDATES, targets);
    }

    private FindingsAssert say(Severity severity, String... targets) {
        Assertions.assertThat(actual).extracting(Finding::severity).isNotEmpty().containsOnly(severity);
        Assertions.assertThat(actual).flatExtracting(Finding::targets).containsExactlyInAnyOrder(targets);
        return this;
    }

    FindingsAssert because(String figure) {
        Assertions.assertThat(actual).extracting(Finding::symptom).anyMatch(symptom -> symptom.contains(figure));
        return this;
    }
}
