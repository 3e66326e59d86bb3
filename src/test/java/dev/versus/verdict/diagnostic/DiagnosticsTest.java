package dev.versus.verdict.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.BodyLengths;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private static final Pattern FIRST_CELL = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void allAreSilentAboutAHealthyRun() {
        assertThat(Diagnostics.examine(Sample.ofHealthy("a", "b", "c").evidence()))
                .isEmpty();
    }

    @Test
    void allAreSilentAboutNoRunAtAll() {
        assertThat(Diagnostics.examine(new Sample().evidence())).isEmpty();
    }

    @Test
    void allStandARunWithoutAnyAnswer() {
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(0, 0, 1).statuses(Map.of()).bodies(BodyLengths.none(), 0))
                .target("b", round -> Seen.healthy())
                .evidence();
        assertThat(Diagnostics.examine(evidence))
                .extracting(Finding::diagnostic)
                .doesNotHaveDuplicates();
    }

    @Test
    void theDocumentListsThemAllAndNoOther() throws IOException {
        List<String> documented = FIRST_CELL
                .matcher(Files.readString(Path.of("docs/diagnostics.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Diagnostics.ALL.stream().map(Diagnostic::name).toList());
    }

    @Test
    void aFindingInvalidatesClaimsOnItsTargetsAndMetricsOnly() {
        List<Finding> findings = List.of(new Finding(
                "made-up",
                Severity.INVALIDATES,
                List.of("a"),
                Finding.Scope.THROUGHPUT,
                "a symptom",
                "a cause",
                "a step"));
        assertThat(reviewed(Figure.THROUGHPUT, "a", findings)).isEqualTo(Verdict.INVALID);
        assertThat(reviewed(Figure.THROUGHPUT, "b", findings)).isEqualTo(Verdict.CONFIRMED);
        assertThat(reviewed(Figure.FAILURES, "a", findings)).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void aFindingOnAPairInvalidatesWhatComparesTheseTwoOnly() {
        Finding differ = found("fingerprints-differ", Severity.INVALIDATES, List.of("a", "b"));
        Finding both = found("cpu-steal", Severity.INVALIDATES, List.of("a", "b"));
        Subject.Ratio ab = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
        Subject.Ratio ac = new Subject.Ratio(Figure.THROUGHPUT, "c", "a");
        assertThat(Diagnostics.doubt(ab, List.of(differ))).contains(differ);
        assertThat(Diagnostics.doubt(ac, List.of(differ))).isEmpty();
        assertThat(Diagnostics.doubt(new Subject.Value(Figure.MEAN, "a"), List.of(differ)))
                .isEmpty();
        assertThat(Diagnostics.doubt(ac, List.of(both))).contains(both);
    }

    @Test
    void aWarningLeavesVerdictsAlone() {
        List<Finding> findings = List.of(found("made-up", Severity.WARNS, List.of("a")));
        assertThat(reviewed(Figure.THROUGHPUT, "a", findings)).isEqualTo(Verdict.CONFIRMED);
    }

    private static Finding found(String diagnostic, Severity severity, List<String> targets) {
        return new Finding(diagnostic, severity, targets, "a symptom", "a cause", "a step");
    }

    private static Verdict reviewed(Figure figure, String target, List<Finding> findings) {
        Claim claim = new Claim("made up", new Statement(new Subject.Value(figure, target), new IsAtMost(1)), false);
        Judgement confirmed = new Judgement(
                claim, Verdict.CONFIRMED, Basis.TURNS, Optional.empty(), OptionalDouble.empty(), "it is so");
        return Diagnostics.reviewed(confirmed, findings).verdict();
    }
}
