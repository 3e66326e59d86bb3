package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.util.List;

/** The closed list of diagnostics, and what their findings do to verdicts. */
public final class Diagnostics {

    private static final List<Diagnostic> ALL = List.of(new GeneratorSaturated());

    private Diagnostics() {}

    /** Everything that speaks against believing this measurement. */
    public static List<Finding> examine(Evidence evidence) {
        return ALL.stream()
                .flatMap(diagnostic -> diagnostic.examine(evidence).stream())
                .toList();
    }

    /** The judgement, made invalid if a finding on one of its targets says so; what was counted stays as it is. */
    public static Judgement reviewed(Judgement judgement, List<Finding> findings) {
        boolean counted = judgement.claim().statement().subject().metric() == Figure.FAILURES;
        if (counted || judgement.verdict() == Verdict.INVALID) {
            return judgement;
        }
        List<String> targets = judgement.claim().statement().subject().targets();
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.INVALIDATES)
                .filter(finding -> finding.targets().stream().anyMatch(targets::contains))
                .findFirst()
                .map(finding -> judgement.invalidated(finding.symptom() + "; " + finding.nextStep()))
                .orElse(judgement);
    }
}
