package dev.versus.verdict.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.versus.InvalidInput;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import dev.versus.verdict.Judge;
import dev.versus.verdict.attribution.Attribution.Cause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final Ladder LADDER = new Ladder(
            Figure.THROUGHPUT,
            "namespaces",
            List.of(new Ladder.Step("address", "a container"), new Ladder.Step("published", "a published port")));
    private static final Finding PROXY = finding("userland-proxy", Severity.WARNS, "published");

    private final List<Round> rounds = new ArrayList<>();

    private static Finding finding(String diagnostic, Severity severity, String... targets) {
        return new Finding(diagnostic, severity, List.of(targets), "it was seen", "a cause", "a step");
    }

    /** Rounds of a target, whose requests take so many µs each. */
    private AttributionTest with(String target, long... micros) {
        for (int i = 0; i < micros.length; i++) {
            rounds.add(MadeUp.round(target, i + 1, MadeUp.answers(20, micros[i])));
        }
        return this;
    }

    private Attribution attributed(Finding... findings) {
        Judge judge = new Judge(Observations.ofTurns(rounds), Confidence.USUAL);
        return Attribution.of(LADDER, judge, List.of(findings));
    }

    private AttributionTest whereTheProxyCosts() {
        return with("namespaces", 1_000, 1_010, 990, 1_005, 995, 1_002, 1_000)
                .with("address", 1_012, 1_015, 1_003, 1_010, 1_013, 1_012, 1_014)
                .with("published", 1_530, 1_500, 1_490, 1_510, 1_520, 1_505, 1_515);
    }

    @Test
    void theStepThatCarriesTheDifferenceIsNamedWithItsShareAndItsDiagnostic() {
        Attribution cause = whereTheProxyCosts().attributed(PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.ONE_STEP);
        assertThat(cause.carrier()).contains("published");
        assertThat(cause.total().orElseThrow().value()).isCloseTo(0.66, within(0.01));
        assertThat(cause.rungs()).extracting(Rung::from).containsExactly("namespaces", "address");
        assertThat(cause.rungs().get(1).explainedBy()).containsExactly("userland-proxy");
        assertThat(cause.rungs().get(0).explainedBy()).isEmpty();
        assertThat(cause.sentence())
                .matches(
                        "Of the difference in throughput of published relative to namespaces \\(0\\.6\\d+, .* to .*\\) the"
                                + " step to a published port \\(published relative to address: 0\\.6\\d+, .*\\) carries 9\\d % \\(9\\d % to"
                                + " \\d+ %\\); the diagnostic userland-proxy tells why: it was seen\\.");
    }

    @Test
    void sharesOfAllStepsAreTheWhole() {
        assertThat(whereTheProxyCosts().attributed().rungs().stream()
                        .mapToDouble(rung -> rung.share().orElseThrow().value())
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutADiagnosticNothingTellsWhy() {
        assertThat(whereTheProxyCosts().attributed().sentence()).endsWith("; no diagnostic tells why.");
    }

    @Test
    void aFindingOnBothSidesOfAStepDoesNotExplainIt() {
        Finding both = finding("userland-proxy", Severity.WARNS, "address", "published");
        assertThat(whereTheProxyCosts().attributed(both).rungs())
                .extracting(Rung::explainedBy)
                .containsExactly(List.of("userland-proxy"), List.of());
    }

    @Test
    void aFindingThatOnlyDoubtsTheMeasurementExplainsNothing() {
        Finding busy = finding("machine-busy", Severity.WARNS, "published");
        assertThat(whereTheProxyCosts().attributed(busy).rungs().get(1).explainedBy())
                .isEmpty();
    }

    @Test
    void aDifferenceMadeByTwoStepsAlikeIsCarriedByNone() {
        Attribution cause = with("namespaces", 1_000, 1_000, 1_000, 1_000, 1_000, 1_000)
                .with("address", 1_300, 1_250, 1_280, 1_260, 1_290, 1_270)
                .with("published", 1_620, 1_630, 1_600, 1_610, 1_640, 1_590)
                .attributed(PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.NO_SINGLE_STEP);
        assertThat(cause.carrier()).isEmpty();
        assertThat(cause.sentence())
                .startsWith(
                        "No single step is known to carry more than half of the difference in throughput of published"
                                + " relative to namespaces (0.6")
                .contains("the step to a container (address relative to namespaces: 0.7")
                .contains("carries 5");
    }

    @Test
    void aStepMayCarryMoreThanAllWhereAnotherTakesBack() {
        Attribution cause = with("namespaces", 1_000, 1_005, 1_000, 995, 1_000, 1_002)
                .with("address", 800, 805, 798, 802, 801, 799)
                .with("published", 1_500, 1_510, 1_490, 1_505, 1_500, 1_495)
                .attributed();
        assertThat(cause.carrier()).contains("published");
        assertThat(cause.rungs().get(1).share().orElseThrow().value()).isGreaterThan(1.4);
        assertThat(cause.rungs().get(0).share().orElseThrow().value()).isNegative();
    }

    @Test
    void aDifferenceTooSmallToMatterHasNoCause() {
        Attribution cause = with("namespaces", 1_000, 1_001, 1_000, 1_000, 999, 1_000)
                .with("address", 1_006, 1_008, 1_007, 1_006, 1_005, 1_007)
                .with("published", 1_010, 1_011, 1_012, 1_010, 1_011, 1_013)
                .attributed(PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.NO_DIFFERENCE);
        assertThat(cause.carrier()).isEmpty();
        assertThat(cause.sentence()).startsWith("There is no difference that matters: throughput of published");
    }

    @Test
    void whatTheRoundsDoNotTellApartHasNoCause() {
        Attribution cause = with("namespaces", 1_000, 1_300, 900, 1_200, 1_000, 1_100)
                .with("address", 1_200, 1_000, 1_100, 900, 1_300, 1_000)
                .with("published", 1_100, 1_200, 1_000, 1_000, 1_150, 950)
                .attributed(PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.NOT_TOLD_APART);
        assertThat(cause.rungs()).allSatisfy(rung -> assertThat(rung.share()).isEmpty());
        assertThat(cause.sentence())
                .startsWith("These rounds do not show a difference to explain: ")
                .contains("(published relative to address: ")
                .contains("makes no difference that these rounds show");
    }

    @Test
    void fewRoundsSupportNoAnswer() {
        Attribution cause = with("namespaces", 1_000, 1_000)
                .with("address", 1_000, 1_000)
                .with("published", 1_500, 1_500)
                .attributed(PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.UNSUPPORTED);
        assertThat(cause.sentence())
                .isEqualTo(
                        "What causes a difference in throughput of published relative to namespaces cannot be told: the"
                                + " rounds support no interval of it, for they are too few or hold no answer.");
    }

    @Test
    void invalidFiguresHaveNoCause() {
        Attribution cause =
                whereTheProxyCosts().attributed(finding("unequal-bodies", Severity.INVALIDATES, "address"), PROXY);
        assertThat(cause.cause()).isEqualTo(Cause.INVALID);
        assertThat(cause.carrier()).isEmpty();
        assertThat(cause.sentence()).endsWith("the diagnostic unequal-bodies speaks against the figures: it was seen.");
    }

    @Test
    void anExplanationHasTwoStepsAtLeastAndNoTargetTwice() {
        Ladder.Step step = new Ladder.Step("b", "something");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Ladder(Figure.MEAN, "a", List.of(step)))
                .withMessage("An explanation of the mean of a needs two steps at least, and was given 1.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Ladder(Figure.MEAN, "a", List.of(step, new Ladder.Step("a", "back"))))
                .withMessage(
                        "An explanation of the mean of a names a target twice: each of its steps must lead to another target.");
    }
}
