package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpRuleTest {

    private static final WarmUpRule RULE = WarmUpRule.standard();

    private static final double AT_REST = 0.049;

    private static List<WarmUp.Slice> compiling(double share, int slices, long requests) {
        return Collections.nCopies(
                slices, new WarmUp.Slice("a", requests, 4.0 * requests, 1, 100, 0, OptionalDouble.of(share)));
    }

    private static List<WarmUp.Slice> moving(OptionalDouble compiling) {
        return DoubleStream.iterate(300, micros -> micros * 0.9)
                .limit(24)
                .mapToObj(micros -> new WarmUp.Slice("a", 2_000, 8_000, 1, micros, 0, compiling))
                .toList();
    }

    @Test
    void compilers_tell_of_a_jvm_and_the_cost_of_everything_else() {
        assertThat(RULE.isWarm(moving(OptionalDouble.of(AT_REST)), 2)).isTrue();
        assertThat(RULE.isWarm(moving(OptionalDouble.empty()), 2)).isFalse();
    }

    @Test
    void a_jvm_is_warm_once_its_compilers_are_at_rest() {
        assertThat(RULE.isWarm(compiling(AT_REST, 12, 2_000), 2)).isTrue();
        assertThat(RULE.isWarm(compiling(AT_REST + 0.01, 12, 2_000), 2)).isFalse();
    }

    @Test
    void only_what_compilers_did_lately_counts_and_a_single_hot_method_does_not() {
        List<WarmUp.Slice> slices = new ArrayList<>(compiling(0.5, 20, 2_000));
        slices.addAll(compiling(0, 5, 2_000));
        assertThat(RULE.isWarm(slices, 2)).isFalse();
        slices.addAll(compiling(0.2, 1, 2_000));
        assertThat(RULE.isWarm(slices, 2)).isTrue();
    }

    @Test
    void a_jvm_needs_ten_thousand_requests_where_it_can_answer_them_in_a_quarter_of_the_time() {
        assertThat(RULE.isWarm(compiling(0, 39, 250), 2)).isFalse();
        assertThat(RULE.isWarm(compiling(0, 40, 250), 2)).isTrue();
        assertThat(RULE.isWarm(compiling(0, 30, 166), 2)).as("664 a second").isTrue();
    }

    @Test
    void services_that_are_no_jvms_need_no_number_of_requests() {
        WarmUp.Slice slice = new WarmUp.Slice("a", 500, 2_000, 1, 1_000, 0, OptionalDouble.empty());
        assertThat(RULE.isWarm(Collections.nCopies(12, slice), 2)).isTrue();
    }

    @Test
    void theTimeUntilOneTargetIsLevelCountsTheSlicesOfAllOthersInBetween() {
        List<WarmUp.Slice> slices = DoubleStream.iterate(100, micros -> micros)
                .limit(14)
                .boxed()
                .flatMap(micros -> Stream.of(slice("a", micros), slice("b", micros * micros)))
                .toList();
        WarmUp warmUp = new WarmUp(false, 10, slices);
        assertThat(warmUp.secondsUntilLevel("a")).hasValue(10 * 23 / 28.0);
        assertThat(warmUp.secondsUntilLevel("c")).isEmpty();
    }

    private static WarmUp.Slice slice(String target, double micros) {
        return new WarmUp.Slice(target, 2_000, 8_000, 1, micros, 0, OptionalDouble.empty());
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S", "PT6S, PT6S", "PT60S, PT6S", "PT0S, PT0S"})
    void aBoundShortensTheLeastTimeWhereItMust(Duration most, Duration least) {
        assertThat(RULE.atMost(most).most()).isEqualTo(most);
        assertThat(RULE.atMost(most).least()).isEqualTo(least);
    }

    @Test
    void theLeastTimeIsNotLongerThanTheMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarmUpRule(RULE.slice(), Duration.ofSeconds(7), Duration.ofSeconds(6)))
                .withMessage("warming up needs 0 < slice and least <= most, not slice 250ms, least 7s and most 6s");
    }
}
