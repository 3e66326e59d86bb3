package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpRuleTest {

    private static final WarmUpRule RULE = WarmUpRule.standard();

    private static List<WarmUp.Slice> costing(String cpuMicros) {
        return numbers(cpuMicros)
                .mapToObj(micros -> new WarmUp.Slice("a", 2_000, 8_000, 1, micros, 0, OptionalDouble.empty()))
                .toList();
    }

    private static DoubleStream numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble);
    }

    @ParameterizedTest
    @CsvSource({
        "100 100 100 100 100, false",
        "100 100 100 100 100 100, true",
        "1 1 1 100 100 100 100 100 100, true",
        "100 100 100 104.9 104.9 104.9, true",
        "100 100 100 106 106 106, false",
        "100 100 100 94 94 94, false",
        "100 100 100 100 100 100 120 80, true",
        "100 100 100 100 100 100 120 130 140 150, false",
        "90 100 110 120 100 80, true",
        "Infinity Infinity Infinity Infinity Infinity Infinity, false"
    })
    void isLevelWhenWhatARequestCostsAgreesInTwoWindowsOfThreeWithinFivePercent(String cpuMicros, boolean level) {
        assertThat(RULE.isLevel(costing(cpuMicros))).isEqualTo(level);
    }

    @Test
    void theMedianLatencyDecidesWhereRequestsAreTooFewToTellCpuTime() {
        List<WarmUp.Slice> slow = numbers("9 1 7 2 8 3")
                .mapToObj(micros -> new WarmUp.Slice("a", 499, 2_000, 500, micros, 0, OptionalDouble.empty()))
                .toList();
        assertThat(RULE.isLevel(slow)).isTrue();
    }

    @Test
    void itDecidesTooWhereTheirCpuTimeIsAFewTicksOfTheKernel() {
        List<WarmUp.Slice> idle = numbers("45 58 37 65 41 49")
                .mapToObj(micros -> new WarmUp.Slice("a", 1_500, 6_000, 5, micros, 0, OptionalDouble.empty()))
                .toList();
        assertThat(RULE.isLevel(idle)).isTrue();
    }

    @Test
    void theTimeUntilOneTargetIsLevelCountsTheSlicesOfAllOthersInBetween() {
        List<WarmUp.Slice> slices = numbers("900 400 100 100 100 100 100 100 100 100")
                .boxed()
                .flatMap(micros -> Stream.of(slice("a", micros), slice("b", micros * micros)))
                .toList();
        WarmUp warmUp = new WarmUp(false, 10, slices);
        assertThat(warmUp.secondsUntilLevel("a")).hasValue(6.5);
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
                .isThrownBy(
                        () -> new WarmUpRule(RULE.slice(), Duration.ofSeconds(7), Duration.ofSeconds(6), RULE.level()))
                .withMessage("warming up needs 0 < slice and least <= most, not slice 250ms, least 7s and most 6s");
    }
}
