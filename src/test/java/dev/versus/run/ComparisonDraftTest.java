package dev.versus.run;

import static dev.versus.verdict.published.Publication.publication;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;
import static dev.versus.workload.FixedRequests.fixedRequests;
import static dev.versus.workload.Sequential.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.versus.InvalidInput;
import dev.versus.comparison.Budget;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.sweep.Quantity;
import dev.versus.verdict.sweep.Sweep;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonDraftTest {

    private static final EntryPoint A = point("a");
    private static final EntryPoint B = point("b");

    private final ComparisonDraft draft = new ComparisonDraft(List.of(A, B));

    private static EntryPoint point(String name) {
        return new EntryPoint(name, new EntryPoint.Address(URI.create("http://" + name)));
    }

    private static Statement quick(EntryPoint target) {
        return Subject.of(Figure.THROUGHPUT, target).isAtLeast(1);
    }

    private static void assertRefused(ThrowingCallable mistake, String sentence) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(mistake).withMessage(sentence);
    }

    @Test
    void keepsTheAuthorsOrder() {
        draft.claim("second", quick(B)).gate("first", quick(A));
        assertThat(draft.targets()).containsExactly(A, B);
        assertThat(draft.questions().claims())
                .containsExactly(new Claim("second", quick(B), false), new Claim("first", quick(A), true));
    }

    @Test
    void publishedFiguresStandBesideItsTargetsAlone() {
        Publication ours = report("ours", Subject.of(Figure.MEAN, A).published("A", 806));
        Publication strange =
                report("strange", Subject.of(Figure.MEAN, point("c")).published("C", 1));
        assertThat(draft.published(ours).questions().published()).containsExactly(ours);
        assertRefused(() -> draft.published(strange), "'c' is not a target of this comparison; it compares a, b.");
        assertRefused(() -> draft.published(ours), "Two publications are called 'ours': put their tables into one.");
    }

    private static Publication report(String title, PublishedFigure figure) {
        return publication(title, "by hand", table("a table", row("a row", figure)));
    }

    @Test
    void aRecommendationAddsTheClaimsThatItRestsOn() {
        Claim fast = new Claim("fast", quick(A), false);
        draft.recommend("take it", fast).recommend("keep it", fast);
        assertThat(draft.questions().claims()).containsExactly(fast);
        assertThat(draft.questions().recommendations())
                .containsExactly(
                        new Recommendation("take it", List.of("fast")), new Recommendation("keep it", List.of("fast")));
    }

    @Test
    void aRecommendationCannotRestOnAnotherClaimOfTheSameWords() {
        draft.claim("fast", quick(A));
        assertRefused(
                () -> draft.recommend("take it", new Claim("fast", quick(B), false)),
                "Two claims say 'fast': give each words of its own.");
    }

    @Test
    void whatNeedsATargetThatIsLeftOutIsLeftOutToo() {
        Claim needsBoth =
                new Claim("both", Subject.of(Figure.MEAN, B).relativeTo(A).isAtLeast(1), false);
        Claim needsOne = new Claim("one", quick(A), false);
        draft.under(fixedRequests(10))
                .recommend("take both", needsBoth)
                .recommend("take one", needsOne)
                .published(report("of b", Subject.of(Figure.MEAN, B).published("B", 1)))
                .only(target -> target.name().equals("a"))
                .gateFailures();
        assertThat(draft.targets()).containsExactly(A);
        assertThat(draft.workloads()).containsOnlyKeys("a");
        Questions questions = draft.questions();
        assertThat(questions.claims()).extracting(Claim::text).containsExactly("one", "no request to a fails");
        assertThat(questions.published()).isEmpty();
        assertThat(questions.recommendations()).containsExactly(new Recommendation("take one", List.of("one")));
    }

    @Test
    void aSweepGoesOnWithoutThePointsOfTargetsThatAreLeftOut() {
        EntryPoint c = point("c");
        List<EntryPoint> all = List.of(A, B, c);
        Sweep sweep = Sweep.of("by size", Quantity.bytes("size"))
                .series("all", List.of(1, 2, 3), size -> Subject.of(Figure.MEAN, all.get(size - 1)));
        assertRefused(() -> draft.sweep(sweep), "'c' is not a target of this comparison; it compares a, b.");
        var three = new ComparisonDraft(all).sweep(sweep);
        assertRefused(() -> three.sweep(sweep), "Two sweeps are called 'by size': give each a title of its own.");
        assertRefused(
                () -> three.sweep(Sweep.of("empty", Quantity.bytes("size"))),
                "The sweep 'empty' has no curve: add one by series(…).");
        assertThat(three.only(target -> !target.equals(B)).questions().sweeps())
                .flatExtracting(Sweep::targets)
                .containsExactly("a", "c");
        assertThat(three.only(target -> target.equals(A)).questions().sweeps()).isEmpty();
    }

    @Test
    void refusesToLeaveOutAllTargets() {
        assertRefused(() -> draft.only(target -> false), "A comparison needs a target: only(…) chose none.");
    }

    @Test
    void everyTargetGetsTheWorkloadUnlessItHasItsOwn() {
        var mixed = new ComparisonDraft(List.of(A, B.under(sequential(5)))).under(fixedRequests(10));
        assertThat(mixed.workloads()).containsEntry("a", fixedRequests(10)).containsEntry("b", sequential(5));
    }

    @Test
    void theControlIsTheBaselineOfTheFirstGateThatComparesTargetsUnderAnotherName() {
        var twice = new ComparisonDraft(List.of(A.under(sequential(5)), B)).under(fixedRequests(10));
        twice.gate("b keeps up", Subject.of(Figure.THROUGHPUT, B).relativeTo(A).isAtLeast(0.9))
                .gate("b costs little", Subject.of(Figure.MEAN, B).minus(A).isAtMost(1));
        twice.addControl();
        assertThat(twice.targets()).extracting(EntryPoint::name).containsExactly("a", "b", "a again");
        assertThat(twice.targets().get(2).place()).isEqualTo(A.place());
        assertThat(twice.workloads()).containsEntry("a again", sequential(5));
        assertThat(twice.questions().claims())
                .extracting(Claim::text, Claim::gate)
                .endsWith(
                        tuple("a agrees with itself in throughput", false),
                        tuple("a agrees with itself in mean", false));
    }

    @Test
    void aComparisonWithoutAGateThatComparesTargetsHasNoControl() {
        draft.gate("a is quick", quick(A))
                .claim("b keeps up", Subject.of(Figure.MEAN, B).relativeTo(A).isAtLeast(1));
        draft.addControl();
        assertThat(draft.targets()).containsExactly(A, B);
    }

    @Test
    void refusesATargetThatHasTheNameOfTheControl() {
        var again = new EntryPoint("a again", B.place());
        var named = new ComparisonDraft(List.of(A, again));
        named.gate(
                "they are alike", Subject.of(Figure.MEAN, again).relativeTo(A).isAtLeast(1));
        assertRefused(
                named::addControl,
                "Two targets are named 'a again': rename yours, or leave the control out by -Dversus.control=false.");
    }

    @Test
    void loadsForHalfAMinuteUnlessToldOtherwise() {
        assertThat(draft.budget()).isEqualTo(Budget.of(Duration.ofSeconds(30)));
        assertThat(draft.budget(Duration.ofMinutes(2)).budget()).isEqualTo(Budget.of(Duration.ofMinutes(2)));
        assertThat(draft.rounds(30).budget()).isEqualTo(Budget.rounds(30));
    }

    @Test
    void refusesABudgetThatCannotBe() {
        assertRefused(
                () -> draft.budget(Duration.ofMinutes(11)),
                "A comparison's budget of load lies between 1 s and 10m, and is not 11m.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void refusesRoundsThatCannotBe(int rounds) {
        assertRefused(() -> draft.rounds(rounds), "A comparison has 1 to 200 rounds, not " + rounds + ".");
    }

    @Test
    void refusesTwoTargetsOfOneName() {
        assertRefused(
                () -> new ComparisonDraft(List.of(A, point("a"))),
                "Two targets are named 'a': give each a name of its own, for reports tell them apart by it.");
    }

    @Test
    void refusesToCompareNothing() {
        assertRefused(() -> new ComparisonDraft(List.of()), "A comparison needs a target: compare(…) was given none.");
    }

    @Test
    void refusesToStartWhileATargetHasNoWorkload() {
        var half = new ComparisonDraft(List.of(A.under(fixedRequests(10)), B));
        assertRefused(
                half::workloads, "A comparison needs a workload for every target: say .under(fixedRequests(1000)…).");
    }

    @Test
    void refusesClaimsOnStrangers() {
        String sentence = "'c' is not a target of this comparison; it compares a, b.";
        assertRefused(() -> draft.gate("it is quick", quick(point("c"))), sentence);
        Statement ratio = Subject.of(Figure.MEAN, A).relativeTo(point("c")).isAtLeast(1);
        assertRefused(() -> draft.claim("it is quicker", ratio), sentence);
    }

    @Test
    void refusesTwoClaimsOfTheSameWords() {
        draft.claim("it is quick", quick(A));
        assertRefused(
                () -> draft.gate("it is quick", quick(B)), "Two claims say 'it is quick': give each words of its own.");
    }

    @Test
    void refusesAClaimInTheWordsOfTheGateThatEveryComparisonHas() {
        assertRefused(
                () -> draft.gate(Claim.COMPLETE, quick(A)),
                "Two claims say 'every round ended': give each words of its own.");
    }

    @Test
    void takesAnExpectationAsData() {
        draft.gate("it is quick", quick(A));
        assertThat(draft.questions().claims().get(0).statement().expectation()).isEqualTo(new IsAtLeast(1));
    }
}
