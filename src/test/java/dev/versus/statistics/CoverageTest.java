package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated runs with a known truth and a fixed seed: how often the intervals hold it, and the rule errs. */
class CoverageTest {

    private static final int RUNS = 20_000;
    private static final double[] NO_EFFECT = new double[StoppingRule.MOST];

    /** Noise around a pseudo-median of zero. */
    enum Noise {
        NORMAL {
            @Override
            double next(Random random) {
                return random.nextGaussian();
            }
        },
        /** Two-sided exponential: heavier tails. */
        LAPLACE {
            @Override
            double next(Random random) {
                return random.nextBoolean() ? exponential(random) : -exponential(random);
            }
        },
        /** One-sided: its pseudo-median is half the median of a Gamma(2) variable, 1.6783469900 / 2. */
        EXPONENTIAL {
            @Override
            double next(Random random) {
                return exponential(random) - 0.8391734950;
            }
        };

        abstract double next(Random random);

        double[] rounds(int n, Random random) {
            return DoubleStream.generate(() -> next(random)).limit(n).toArray();
        }

        private static double exponential(Random random) {
            return -Math.log(1 - random.nextDouble());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 6, 0.95",
        "NORMAL, 10, 0.95",
        "NORMAL, 20, 0.95",
        "LAPLACE, 10, 0.95",
        "LAPLACE, 20, 0.95",
        "EXPONENTIAL, 10, 0.94",
        "EXPONENTIAL, 20, 0.94"
    })
    void intervalsHoldTheTruthAsOftenAsTheySay(Noise noise, int n, double atLeast) {
        Random random = new Random(20_261_101);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            held += holdsTruth(noise.rounds(n, random), Confidence.USUAL) ? 1 : 0;
        }
        assertThat((double) held / RUNS).isBetween(atLeast, 0.98);
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "LAPLACE"})
    void aRunThatMayStopAtAnyLookSeldomFindsADifferenceThatIsNotThere(Noise noise) {
        StoppingRule rule = StoppingRule.of(60);
        Random random = new Random(20_261_102);
        int falseAlarms = 0;
        for (int run = 0; run < RUNS; run++) {
            falseAlarms += findsADifference(rule, noise.rounds(rule.cap(), random)) ? 1 : 0;
        }
        // Close to 5 %, give or take three standard errors of so many runs; the next test is sharper.
        assertThat((double) falseAlarms / RUNS).isBetween(0.043, 0.0535);
    }

    /** The noise does not matter to signed ranks, so the simplest will do, and many more runs. */
    @ParameterizedTest
    @ValueSource(ints = {18, 30, 50, 60})
    void theLooksTogetherErrInFivePercentOfRunsAtMost(int cap) {
        StoppingRule rule = StoppingRule.of(cap);
        int[] looks = IntStream.rangeClosed(1, cap).filter(rule::isLook).toArray();
        int[] critical = Arrays.stream(looks)
                .map(n -> SignedRankDistribution.of(n)
                        .largestCritical(rule.confidenceAfter(n).error()))
                .toArray();
        SplittableRandom random = new SplittableRandom(20_261_103);
        int runs = 60_000;
        int falseAlarms = 0;
        for (int run = 0; run < runs; run++) {
            double[] rounds = random.doubles(cap, -1, 1).toArray();
            falseAlarms +=
                    IntStream.range(0, looks.length).anyMatch(look -> isRejected(rounds, looks[look], critical[look]))
                            ? 1
                            : 0;
        }
        assertThat((double) falseAlarms / runs).isBetween(0.03, 0.0515);
    }

    private static boolean isRejected(double[] rounds, int n, int critical) {
        int positive = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                positive += rounds[i] + rounds[j] > 0 ? 1 : 0;
            }
        }
        return Math.min(positive, n * (n + 1) / 2 - positive) <= critical;
    }

    /** Goes on until the interval excludes zero: the keenest way of looking for a difference. */
    private static boolean findsADifference(StoppingRule rule, double[] rounds) {
        return rule.looks().stream()
                .anyMatch(look -> !holdsTruth(Arrays.copyOf(rounds, look.after()), new Confidence(look.confidence())));
    }

    private static boolean holdsTruth(double[] rounds, Confidence confidence) {
        return estimate(rounds, confidence).interval().contains(0);
    }

    private static Estimate estimate(double[] b, Confidence confidence) {
        return PairedEffect.difference(Arrays.copyOf(NO_EFFECT, b.length), b)
                .estimate(confidence)
                .orElseThrow();
    }
}
