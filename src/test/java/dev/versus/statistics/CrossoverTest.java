package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.versus.statistics.Crossover.Side;
import dev.versus.statistics.Crossover.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrossoverTest {

    private static final double[] SIZES = {1, 10, 100, 1000};
    private static final int ROUNDS = 8;

    /** Effects that are the same in every round. */
    private static List<double[]> alike(double... effects) {
        return Arrays.stream(effects).mapToObj(CrossoverTest::always).toList();
    }

    private static double[] always(double effect) {
        double[] all = new double[ROUNDS];
        Arrays.fill(all, effect);
        return all;
    }

    /** Effects with as much noise up as down. */
    private static double[] around(double effect, double noise) {
        double[] all = always(effect);
        for (int i = 0; i < all.length; i++) {
            all[i] += noise * (i % 2 == 0 ? 1 : -1) * (1 + i / 10.0);
        }
        return all;
    }

    private static Crossover of(double[] sizes, List<double[]> effects) {
        return Crossover.of(Axis.LOGARITHMIC, sizes, effects, Confidence.USUAL).orElseThrow();
    }

    private static List<double[]> lines(double[] sizes, DoubleUnaryOperator effect) {
        return Arrays.stream(sizes)
                .mapToObj(size -> always(effect.applyAsDouble(size)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2", "10", "20", "999", "31.6227766"})
    void withoutNoiseItLiesWhereTheLineCrosses(double truth) {
        Crossover found = of(SIZES, lines(SIZES, size -> Math.log(size / truth)));
        assertThat(found.crossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.value()).isCloseTo(truth, within(truth * 1e-12));
            assertThat(crossing.interval().lower()).isCloseTo(truth, within(truth * 1e-12));
            assertThat(crossing.interval().upper()).isCloseTo(truth, within(truth * 1e-12));
            assertThat(crossing.confidence()).isGreaterThanOrEqualTo(0.95);
            assertThat(crossing.n()).isEqualTo(ROUNDS);
        });
        assertThat(found.stretches()).extracting(Stretch::side).containsExactly(Side.BELOW, Side.UNDECIDED, Side.ABOVE);
        assertThat(found.stretches().get(0).from()).isEqualTo(1);
        assertThat(found.stretches().get(2).to()).isEqualTo(1000);
    }

    @Test
    void onALinearAxisLinesAreStraightInTheQuantityItself() {
        var found = Crossover.of(Axis.LINEAR, new double[] {0, 10}, alike(-1, 3), Confidence.USUAL)
                .orElseThrow();
        assertThat(found.crossings().get(0).value()).isCloseTo(2.5, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"ABOVE", "BELOW"})
    void oneThatIsAheadEverywhereHasNoCrossover(Side side) {
        double effect = side == Side.ABOVE ? 0.1 : -0.1;
        Crossover found = of(SIZES, alike(effect, 3 * effect, effect, 2 * effect));
        assertThat(found.stretches()).containsExactly(new Stretch(side, 1, 1000));
    }

    @Test
    void whereNoiseHidesTheEffectNothingIsTold() {
        Crossover found = of(SIZES, List.of(around(0.01, 1), around(-0.02, 1), around(0.03, 1), around(0, 1)));
        assertThat(found.crossings()).isEmpty();
        assertThat(found.stretches()).containsExactly(new Stretch(Side.UNDECIDED, 1, 1000));
    }

    @Test
    void oneThatLosesItsLeadWithoutFallingBehindHasNoCrossover() {
        Crossover found = of(SIZES, List.of(always(1), always(1), around(0, 1), around(0, 1)));
        assertThat(found.crossings()).isEmpty();
        assertThat(found.stretches()).extracting(Stretch::side).containsExactly(Side.ABOVE, Side.UNDECIDED);
        assertThat(found.stretches().get(0).to())
                .isEqualTo(found.stretches().get(1).from())
                .isBetween(10.0, 100.0);
    }

    @Test
    void oneThatIsAheadOnBothSidesOfAnUndecidedPlaceDoesNotCross() {
        Crossover found = of(SIZES, List.of(always(1), around(0, 1), always(1), always(1)));
        assertThat(found.crossings()).isEmpty();
        assertThat(found.stretches()).extracting(Stretch::side).containsExactly(Side.ABOVE, Side.UNDECIDED, Side.ABOVE);
    }

    @Test
    void everyCrossoverIsNamed() {
        Crossover found = of(SIZES, alike(-1, 1, -1, 1));
        assertThat(found.crossings())
                .extracting(crossing -> Math.round(100 * crossing.value()) / 100.0)
                .containsExactly(3.16, 31.62, 316.23);
    }

    @Test
    void itDoesNotDependOnWhichOfTheTwoIsDividedByTheOther() {
        List<double[]> effects = noisy(new Random(4), 12, 30, 0.3);
        List<double[]> turned = effects.stream()
                .map(one -> Arrays.stream(one).map(effect -> -effect).toArray())
                .toList();
        assertThat(of(SIZES, turned).crossings()).isEqualTo(of(SIZES, effects).crossings());
    }

    @Test
    void theValueLiesInItsInterval() {
        Random random = new Random(5);
        for (int run = 0; run < 300; run++) {
            of(SIZES, noisy(random, 10, 30, 1))
                    .crossings()
                    .forEach(crossing -> assertThat(crossing.value())
                            .isBetween(
                                    crossing.interval().lower(),
                                    crossing.interval().upper()));
        }
    }

    /** At every place, the interval of the effects there tells the same side. */
    @Test
    void everyPlaceIsJudgedBySignedRanks() {
        Random random = new Random(6);
        for (int run = 0; run < 40; run++) {
            List<double[]> effects = noisy(random, 9, 30, 1.5);
            Crossover found = of(SIZES, effects);
            for (double place = 0; place <= 3; place += 0.03125) {
                assertThat(side(found, Math.pow(10, place)))
                        .as("run %d, place %s", run, place)
                        .isEqualTo(side(between(effects, place)));
            }
        }
    }

    private static double[] between(List<double[]> effects, double place) {
        int at = Math.min((int) place, effects.size() - 2);
        double[] between = new double[effects.get(0).length];
        Arrays.setAll(
                between,
                round -> effects.get(at)[round] + (place - at) * (effects.get(at + 1)[round] - effects.get(at)[round]));
        return between;
    }

    private static Side side(double[] effects) {
        Interval interval = WilcoxonSignedRank.estimate(effects, Confidence.USUAL)
                .orElseThrow()
                .interval();
        if (interval.contains(0)) {
            return Side.UNDECIDED;
        }
        return interval.lower() > 0 ? Side.ABOVE : Side.BELOW;
    }

    private static Side side(Crossover found, double size) {
        return found.stretches().stream()
                .filter(stretch -> stretch.from() <= size && size <= stretch.to() * (1 + 1e-12))
                .findFirst()
                .orElseThrow()
                .side();
    }

    /** A line that crosses at this size, with noise of every place and noise that a round's places share. */
    private static List<double[]> noisy(Random random, int rounds, double truth, double noise) {
        return noisy(random, new double[rounds], size -> 0.2 * Math.log(size / truth), noise);
    }

    private static List<double[]> noisy(Random random, double[] shared, DoubleUnaryOperator effect, double noise) {
        Arrays.setAll(shared, round -> noise * random.nextGaussian() / 2);
        List<double[]> effects = new ArrayList<>();
        for (double size : SIZES) {
            double[] one = new double[shared.length];
            Arrays.setAll(
                    one,
                    round -> effect.applyAsDouble(size)
                            + shared[round]
                            + noise * random.nextGaussian() / (random.nextInt(10) == 0 ? 0.2 : 1));
            effects.add(one);
        }
        return effects;
    }

    @ParameterizedTest
    @CsvSource({"6, 30, 0.1", "10, 30, 0.1", "10, 30, 0.3", "10, 100, 0.2", "20, 5, 0.3", "20, 700, 0.1"})
    void intervalsHoldTheTruthAsOftenAsTheySay(int rounds, double truth, double noise) {
        Random random = new Random(20_261_130);
        int runs = 3_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            held += side(of(SIZES, noisy(random, rounds, truth, noise)), truth) == Side.UNDECIDED ? 1 : 0;
        }
        assertThat((double) held / runs).isGreaterThan(0.943);
    }

    /** Where a crossover is told it holds the truth as often, and it is told often where noise is small. */
    @Test
    void crossoversThatAreToldHoldTheTruthToo() {
        Random random = new Random(20_261_131);
        int told = 0;
        int held = 0;
        for (int run = 0; run < 2_000; run++) {
            Crossover found = of(SIZES, noisy(random, 12, 30, 0.12));
            told += found.crossings().isEmpty() ? 0 : 1;
            held += found.crossings().stream().anyMatch(one -> one.interval().contains(30)) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(1_800);
        assertThat((double) held / told).isGreaterThan(0.943);
    }

    @Test
    void fewRoundsTellNothing() {
        List<double[]> five = List.of(new double[5], new double[5]);
        assertThat(Crossover.of(Axis.LINEAR, new double[] {1, 2}, five, Confidence.USUAL))
                .isEmpty();
    }

    @Test
    void effectsThatAreNoNumbersAreRefused() {
        assertThatExceptionOfType(UnusableValue.class).isThrownBy(() -> of(SIZES, alike(1, Double.NaN, 1, 1)));
    }

    @Test
    void thereIsAnEffectOfEveryRoundAtEveryValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(SIZES, alike(1, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[] {1}, alike(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1, 2}, List.of(new double[8], new double[7])));
    }
}
