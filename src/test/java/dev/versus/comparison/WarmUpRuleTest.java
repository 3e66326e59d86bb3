package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpRuleTest {

    private static final WarmUpRule RULE = WarmUpRule.standard();

    private static List<WarmUp.Slice> slices(String throughputs) {
        return Stream.of(throughputs.split(" "))
                .mapToDouble(Double::parseDouble)
                .mapToObj(throughput -> new WarmUp.Slice("a", 1, throughput, 1, 0))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "100 100 100 100 100, false",
        "100 100 100 100 100 100, true",
        "1 1 1 100 100 100 100 100 100, true",
        "100 100 100 104.9 104.9 104.9, true",
        "100 100 100 106 106 106, false",
        "100 100 100 94 94 94, false",
        "90 100 110 120 100 80, true",
        "0 0 0 0 0 0, false"
    })
    void isLevelWhenTwoWindowsOfThreeAgreeWithinFivePercent(String throughputs, boolean level) {
        assertThat(RULE.isLevel(slices(throughputs))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S", "PT6S, PT6S", "PT60S, PT6S", "PT0S, PT0S"})
    void aBoundShortensTheLeastTimeWhereItMust(Duration most, Duration least) {
        assertThat(RULE.atMost(most).most()).isEqualTo(most);
        assertThat(RULE.atMost(most).least()).isEqualTo(least);
    }

    @Test
    void aToleranceIsAShareBetweenNothingAndAll() {
        DoubleStream.of(-0.1, 0, 1)
                .forEach(tolerance -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new WarmUpRule(RULE.slice(), RULE.least(), RULE.most(), tolerance))
                        .withMessage(
                                "warming up needs 0 < slice, least <= most and a tolerance in (0, 1), not slice 500ms,"
                                        + " least 6s, most 30s, tolerance " + tolerance));
    }
}
