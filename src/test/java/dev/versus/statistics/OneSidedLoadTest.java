package dev.versus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneSidedLoadTest {

    /** A share of 8 % in every turn but the given ones. */
    private static double[] taken(int rounds, double share, int... hit) {
        double[] taken = new double[rounds];
        Arrays.fill(taken, 0.08);
        IntStream.of(hit).forEach(round -> taken[round] = share);
        return taken;
    }

    @Test
    void a_round_is_hit_if_others_took_the_machine_from_one_turn_and_not_from_another() {
        assertThat(OneSidedLoad.rounds(List.of(taken(10, 0.4, 3, 7), taken(10, 0.4, 7))))
                .containsExactly(3);
        assertThat(OneSidedLoad.rounds(List.of(taken(10, 0.17, 3), taken(10, 0.08))))
                .isEmpty();
    }

    @Test
    void what_kernel_and_proxy_always_work_for_one_target_hits_no_round() {
        double[] proxied = new double[10];
        Arrays.fill(proxied, 0.3);
        assertThat(OneSidedLoad.rounds(List.of(proxied, taken(10, 0.08)))).isEmpty();
    }

    @Test
    void if_more_than_a_third_were_hit_or_too_few_would_be_left_all_count() {
        assertThat(OneSidedLoad.rounds(List.of(taken(12, 0.4, 1, 2, 3, 4), taken(12, 0))))
                .hasSize(4);
        assertThat(OneSidedLoad.rounds(List.of(taken(12, 0.4, 1, 2, 3, 4, 5), taken(12, 0))))
                .isEmpty();
        assertThat(OneSidedLoad.rounds(List.of(taken(6, 0.4, 1), taken(6, 0)))).isEmpty();
    }

    /**
     * Equal targets beside a neighbour that takes one of two CPUs in bursts of 0.2 to 3 s, a third of the time, and makes a target 30 %
     * slower meanwhile; 60 rounds, 3 % noise a turn, ticks of 10 ms. Errors of all looks together, with and without the rule.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.3, 0.8", "3, 0.3, 0.9", "2, 1, 1"})
    void bursts_do_not_make_equal_targets_differ_and_the_rule_narrows_intervals(
            int targets, double turnSeconds, double widthAtMost) {
        Random random = new Random(5);
        StoppingRule rule = StoppingRule.of(60);
        int runs = 2_000;
        int missed = 0;
        int missedByRule = 0;
        List<Double> widths = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Bursts bursts = new Bursts(60, targets, turnSeconds, random);
            missed += rule.looks().stream().anyMatch(look -> bursts.misses(look, false)) ? 1 : 0;
            missedByRule += rule.looks().stream().anyMatch(look -> bursts.misses(look, true)) ? 1 : 0;
            if (run < 100) {
                widths.add(width(bursts.left(60, true)) / width(bursts.left(60, false)));
            }
        }
        assertThat(missed / (double) runs).isLessThan(0.065);
        assertThat(missedByRule / (double) runs).isLessThan(0.06);
        assertThat(Medians.of(widths.stream().mapToDouble(Double::doubleValue).toArray()))
                .isLessThanOrEqualTo(widthAtMost);
    }

    private static double width(double[] ratios) {
        return WilcoxonSignedRank.estimate(ratios, Confidence.USUAL).stream()
                .mapToDouble(estimate ->
                        estimate.interval().upper() - estimate.interval().lower())
                .findFirst()
                .orElseThrow();
    }

    /** A simulated run: what others took from each turn, and ln(second target / first target) of each round. */
    private static final class Bursts {

        private static final double BETWEEN_TURNS = 0.05;
        private static final Map<String, Integer> CRITICAL = new HashMap<>();

        private final List<double[]> taken;
        private final double[] ratios;
        private final Random random;
        private double from;
        private double to;

        Bursts(int rounds, int targets, double turnSeconds, Random random) {
            this.random = random;
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, targets).boxed().toList());
            taken = order.stream().map(target -> new double[rounds]).toList();
            ratios = new double[rounds];
            double clock = 0;
            next(-5 * random.nextDouble());
            for (int round = 0; round < rounds; round++) {
                if (round % 4 == 0) {
                    Collections.shuffle(order, random);
                } else if (round % 4 == 2) {
                    Collections.reverse(order);
                }
                for (int target : order) {
                    double burst = during(clock, clock + turnSeconds) / turnSeconds;
                    taken.get(target)[round] = 0.08 + 0.45 * burst + 0.005 / turnSeconds * random.nextGaussian();
                    double level = Math.log(1 - 0.3 * burst) + 0.03 * random.nextGaussian();
                    ratios[round] += target == 0 ? -level : target == 1 ? level : 0;
                    clock += turnSeconds + BETWEEN_TURNS;
                }
            }
        }

        private void next(double after) {
            from = after;
            to = after + 0.2 + 2.8 * random.nextDouble();
        }

        private double during(double start, double end) {
            double seconds = 0;
            while (from < end) {
                seconds += Math.max(0, Math.min(to, end) - Math.max(from, start));
                if (to > end) {
                    return seconds;
                }
                next(to - 3.2 * Math.log(1 - random.nextDouble()));
            }
            return seconds;
        }

        double[] left(int rounds, boolean byRule) {
            List<Integer> hit = byRule
                    ? OneSidedLoad.rounds(taken.stream()
                            .map(target -> Arrays.copyOf(target, rounds))
                            .toList())
                    : List.of();
            return IntStream.range(0, rounds)
                    .filter(round -> !hit.contains(round))
                    .mapToDouble(round -> ratios[round])
                    .toArray();
        }

        boolean misses(StoppingRule.Look look, boolean byRule) {
            double[] left = left(look.after(), byRule);
            int n = left.length;
            int critical = CRITICAL.computeIfAbsent(
                    n + " at " + look.confidence(),
                    any -> SignedRankDistribution.of(n).largestCritical(1 - look.confidence()));
            int positive = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    positive += left[i] + left[j] > 0 ? 1 : 0;
                }
            }
            return Math.min(positive, n * (n + 1) / 2 - positive) <= critical;
        }
    }
}
