package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Basis;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The closed list of diagnostics, and the effect of their findings on verdicts. */
public final class Diagnostics {

    /** All diagnostics, in the order generator, answers, path, machine, rounds. */
    static final List<Diagnostic> ALL = List.of(
            new GeneratorSaturated(),
            new LittlesLaw(),
            new ThinkTimeBound(),
            new RulerOff(),
            new CoarseClock(),
            new UnequalAnswers(),
            new UnequalBodies(),
            new OnlyRedirects(),
            new VaryingLengths(),
            new ConnectionChurnDiffers(),
            new UserlandProxy(),
            new FingerprintsDiffer(),
            new ThrottledCgroup(),
            new CpuSteal(),
            new MachineBusy(),
            new NoSteadyState(),
            new DriftOverRounds(),
            new OrderMatters(),
            new DuetsDisagree(),
            new StalledRound(),
            new TooFewRequests());

    private Diagnostics() {}

    /** Runs all diagnostics and returns their findings. */
    public static List<Finding> examine(Evidence evidence) {
        return ALL.stream()
                .flatMap(diagnostic -> diagnostic.examine(evidence).stream())
                .toList();
    }

    /** Returns the judgement, made invalid if a finding says so for its metric and targets. Counted failures stay valid. */
    public static Judgement reviewed(Judgement judgement, List<Finding> findings) {
        Subject subject = judgement.claim().statement().subject();
        List<Finding> concerning = findings.stream()
                .filter(finding ->
                        judgement.basis() == Basis.TURNS || named(finding).noneMatch(Diagnostic::isOfTurns))
                .toList();
        return doubt(subject, concerning)
                .filter(finding -> judgement.verdict() != Verdict.INVALID)
                .map(finding -> judgement.invalidated(finding.symptom() + "; " + finding.nextStep()))
                .orElse(judgement);
    }

    /** Tells whether a finding explains why the two targets of a ratio differ in its metric. */
    public static boolean explains(Finding finding, Subject.Ratio ratio) {
        Pair pair = new Pair(ratio.baseline(), ratio.target());
        return finding.concerns(ratio) && named(finding).anyMatch(diagnostic -> diagnostic.explains(finding, pair));
    }

    /** Returns the first finding that makes figures of a subject invalid; an exact count is a fact, which none makes invalid. */
    public static Optional<Finding> doubt(Subject subject, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.INVALIDATES
                        && !subject.metric().isExact())
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
