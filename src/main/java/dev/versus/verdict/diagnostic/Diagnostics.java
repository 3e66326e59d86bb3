package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The closed list of diagnostics, and what their findings do to verdicts. */
public final class Diagnostics {

    /** In the order of the way from the generator over the path and the machine to the rounds. */
    static final List<Diagnostic> ALL = List.of(
            new GeneratorSaturated(),
            new LittlesLaw(),
            new ThinkTimeBound(),
            new RulerOff(),
            new CoarseClock(),
            new UnequalAnswers(),
            new UnequalBodies(),
            new ConnectionChurnDiffers(),
            new UserlandProxy(),
            new FingerprintsDiffer(),
            new ThrottledCgroup(),
            new CpuSteal(),
            new MachineBusy(),
            new NoSteadyState(),
            new DriftOverRounds(),
            new OrderMatters(),
            new StalledRound(),
            new TooFewRequests());

    private Diagnostics() {}

    /** Everything that speaks against believing this measurement. */
    public static List<Finding> examine(Evidence evidence) {
        return ALL.stream()
                .flatMap(diagnostic -> diagnostic.examine(evidence).stream())
                .toList();
    }

    /** The judgement, made invalid if a finding on its metric of one of its targets says so; what was counted stays. */
    public static Judgement reviewed(Judgement judgement, List<Finding> findings) {
        Subject subject = judgement.claim().statement().subject();
        if (subject.metric() == Figure.FAILURES || judgement.verdict() == Verdict.INVALID) {
            return judgement;
        }
        return doubt(subject, findings)
                .map(finding -> judgement.invalidated(finding.symptom() + "; " + finding.nextStep()))
                .orElse(judgement);
    }

    /** Whether a finding tells why the two targets of a ratio differ in its metric. */
    public static boolean explains(Finding finding, Subject.Ratio ratio) {
        Pair pair = new Pair(ratio.baseline(), ratio.target());
        return finding.concerns(ratio) && named(finding).anyMatch(diagnostic -> diagnostic.explains(finding, pair));
    }

    /** The first finding that makes invalid what the rounds say of a subject. */
    public static Optional<Finding> doubt(Subject subject, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.INVALIDATES)
                .filter(finding -> finding.concerns(subject))
                .filter(finding -> !isOnPair(finding) || subject.targets().containsAll(finding.targets()))
                .findFirst();
    }

    private static boolean isOnPair(Finding finding) {
        return named(finding).anyMatch(Diagnostic::isOnPairs);
    }

    private static Stream<Diagnostic> named(Finding finding) {
        return ALL.stream().filter(diagnostic -> diagnostic.name().equals(finding.diagnostic()));
    }
}
