package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlTest {

    private static final Subject.Ratio RATIO = new Subject.Ratio(Figure.MEAN, "b", "a");
    private static final Subject.Difference DIFFERENCE = new Subject.Difference(Figure.MEAN, "b", "a");

    private final List<Round> rounds = new ArrayList<>();

    private static Claim gate(Subject subject, Expectation expectation) {
        return new Claim(subject.describe(), new Statement(subject, expectation), true);
    }

    /** Plays eight rounds in which b takes 1.00 ms, and a takes 1.00 ms under its first name and so many µs under its second. */
    private Control control(long again) {
        for (int number = 1; number <= 8; number++) {
            rounds.add(MadeUp.round("a", number, MadeUp.answers(10, 1_000)));
            rounds.add(MadeUp.round("b", number, MadeUp.answers(10, 1_000)));
            rounds.add(MadeUp.round("a again", number, MadeUp.answers(10, again + number)));
        }
        Judge judge = new Judge(Observations.ofTurns(rounds), Confidence.USUAL);
        return Control.of(Control.claims("a", List.of(gate(RATIO, new IsAtLeast(1)))), judge)
                .orElseThrow();
    }

    private static Judgement judged(Control control, Claim claim) {
        return control.reviewed(control.judge().judge(claim));
    }

    @Test
    void a_control_that_moved_makes_a_gate_invalid_whose_verdict_such_a_move_would_change() {
        Judgement judgement = judged(control(1_080), gate(RATIO, new IsAtMost(1.05)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason())
                .startsWith("the control, a measured twice, moved by +8.4 % in mean (1.0")
                .endsWith(": this machine does not decide today; run again when it is quieter");
    }

    @Test
    void a_move_that_would_not_change_the_verdict_does_not_matter() {
        Control control = control(1_080);
        assertThat(judged(control, gate(RATIO, new IsAtMost(2))).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judged(control, gate(RATIO, new IsAtLeast(2))).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void a_difference_is_moved_by_as_large_a_part_of_its_baseline() {
        Control control = control(1_080);
        assertThat(judged(control, gate(DIFFERENCE, new IsAtMost(0.05))).verdict())
                .isEqualTo(Verdict.INVALID);
        assertThat(judged(control, gate(DIFFERENCE, new IsAtMost(0.2))).verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_control_whose_interval_holds_1_changes_nothing() {
        Claim gate = gate(RATIO, new IsAtMost(1.0005));
        assertThat(judged(control(996), gate).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void the_control_itself_tells_whether_it_moved() {
        Claim itself =
                Control.claims("a", List.of(gate(RATIO, new IsAtLeast(1)))).get(0);
        assertThat(judged(control(1_080), itself).reason()).startsWith("the control moved, ");
        rounds.clear();
        Judgement still = judged(control(996), itself);
        assertThat(still.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(still.reason()).startsWith("the interval holds 1, ");
    }

    @Test
    void a_claim_on_one_target_has_no_control() {
        Claim gate = gate(new Subject.Value(Figure.MEAN, "b"), new IsAtMost(1.05));
        assertThat(judged(control(1_080), gate).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void is_asked_for_each_metric_by_which_gates_compare_targets() {
        Subject failures = new Subject.Ratio(Figure.FAILURES, "b", "c");
        Subject throughput = new Subject.Ratio(Figure.THROUGHPUT, "b", "a");
        List<Claim> claims = List.of(
                gate(failures, new IsAtMost(1)),
                gate(RATIO, new IsAtMost(1)),
                gate(DIFFERENCE, new IsAtMost(1)),
                gate(throughput, new IsAtLeast(1)));
        assertThat(Control.targetFor(claims)).contains("a");
        assertThat(Control.claims("a", claims))
                .extracting(Claim::text)
                .containsExactly("a agrees with itself in mean", "a agrees with itself in throughput");
        assertThat(Control.claims("a", claims)).allMatch(Control::isControl).noneMatch(Claim::gate);
        assertThat(claims).noneMatch(Control::isControl);
    }
}
