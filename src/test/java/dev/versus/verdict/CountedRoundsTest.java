package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.Counters;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.StoppingRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CountedRoundsTest {

    private static final int CPUS = 2;

    /** Half a second of 100 answers, on a machine of which others take a share. */
    private static Measurement turn(long micros, CpuTimes own, double others) {
        Measurement load = MadeUp.answers(100, micros);
        double busy = others + (own.generator() + own.services()) / (load.wallSeconds() * CPUS);
        return MadeUp.using(load, new Consumption(own, Map.of(), busy, 0, 0, Map.of(), Map.of()));
    }

    private static Measurement costing(double cpuSeconds, double others) {
        return turn(5_000, new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.1, "web-1", cpuSeconds)), others);
    }

    /** Twenty rounds of two targets; others take from the first target's turns what is told, and 8 % from all turns of the second. */
    private static List<Round> rounds(IntToDoubleFunction cost, IntToDoubleFunction others) {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            rounds.add(MadeUp.round("a", number, costing(cost.applyAsDouble(number), others.applyAsDouble(number))));
            rounds.add(MadeUp.round("b", number, costing(0.2 + 0.001 * (number % 2), 0.08)));
        }
        return rounds;
    }

    private static double quiet(int number) {
        return 0.08;
    }

    private static double starting(int number) {
        return number <= 3 ? 0.3 : 0.2;
    }

    private static CountedRounds among(List<Round> rounds, int cpus) {
        return CountedRounds.among(Observations.ofTurns(rounds), cpus);
    }

    @Test
    void first_rounds_that_cost_more_do_not_count() {
        CountedRounds counted = among(rounds(CountedRoundsTest::starting, CountedRoundsTest::quiet), CPUS);
        assertThat(counted.startUp()).containsExactly(1, 2, 3);
        assertThat(counted.hit()).isEmpty();
        assertThat(counted.rounds()).hasSize(34).allMatch(round -> round.number() > 3);
    }

    @Test
    void a_later_round_that_others_hit_from_one_side_does_not_count() {
        List<Round> rounds = rounds(CountedRoundsTest::starting, number -> number % 9 == 2 ? 0.5 : 0.08);
        assertThat(among(rounds, CPUS).hit()).containsExactly(11, 20);
        assertThat(among(rounds, 0).hit()).isEmpty();
    }

    @Test
    void what_a_target_uses_does_not_pass_for_the_load_of_others() {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            rounds.add(MadeUp.round("a", number, turn(5_000, CpuTimes.none(), number % 9 == 2 ? 0.5 : 0.08)));
            rounds.add(MadeUp.round("b", number, turn(5_000, CpuTimes.none(), 0.08)));
        }
        assertThat(among(rounds, CPUS).hit()).isEmpty();
    }

    /** A stretch of half a second in which compilers of a service used so much CPU time. */
    private static Measurement compiling(double seconds) {
        Measurement load = costing(0.2, 0.08);
        Consumption used = load.used();
        Counters counters = MadeUp.compiling(seconds);
        return MadeUp.using(
                load,
                new Consumption(used.cpu(), Map.of(), used.machineBusy(), 0, 0, Map.of(), Map.of("web-1", counters)));
    }

    private static Observations compiling(IntToDoubleFunction inTurns, IntToDoubleFunction inDuets) {
        List<Round> turns = new ArrayList<>();
        List<DuetSlice> slices = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            turns.add(MadeUp.round("a", number, compiling(0.001)));
            turns.add(MadeUp.round("b", number, compiling(inTurns.applyAsDouble(number))));
            slices.add(new DuetSlice(
                    number,
                    Instant.EPOCH,
                    Map.of("a", compiling(inDuets.applyAsDouble(number)), "b", compiling(0.001))));
        }
        return new Observations(turns, slices);
    }

    @Test
    void turns_and_slices_in_which_compilers_work_do_not_count() {
        CountedRounds counted = CountedRounds.among(
                compiling(number -> number % 5 == 0 ? 0.05 : 0.001, number -> number == 7 ? 0.02 : 0.005), CPUS);
        assertThat(counted.compiling()).containsExactly(5, 10, 15, 20);
        assertThat(counted.rounds()).hasSize(2 * 16);
        assertThat(counted.slicesLeftOut()).isEqualTo(1);
        assertThat(counted.counted().duets()).noneMatch(slice -> slice.round() == 7);
    }

    @Test
    void all_count_where_compilers_work_most_of_the_time() {
        CountedRounds counted = CountedRounds.among(
                compiling(number -> number <= 11 ? 0.05 : 0.001, number -> number <= 11 ? 0.05 : 0.001), CPUS);
        assertThat(counted.compiling()).isEmpty();
        assertThat(counted.slicesLeftOut()).isZero();
    }

    @Test
    void slices_that_are_more_than_half_or_leave_fewer_than_six_rounds_all_count() {
        assertThat(CountedRounds.among(compiling(number -> 0.001, number -> number <= 11 ? 0.02 : 0.005), CPUS)
                        .slicesLeftOut())
                .isZero();
        Observations few = compiling(number -> 0.001, number -> number <= 3 ? 0.02 : 0.005);
        Observations eight =
                new Observations(few.turns().subList(0, 2 * 8), few.duets().subList(0, 8));
        assertThat(CountedRounds.among(eight, CPUS).slicesLeftOut()).isZero();
    }

    @Test
    void it_does_not_matter_which_target_is_the_slow_one() {
        List<Round> rounds = rounds(CountedRoundsTest::starting, number -> number == 12 ? 0.5 : 0.08);
        List<Round> swapped = rounds.stream()
                .map(round -> MadeUp.round(round.target().equals("a") ? "b" : "a", round.number(), round.measurement()))
                .toList();
        CountedRounds counted = among(rounds, CPUS);
        CountedRounds again = among(swapped, CPUS);
        assertThat(again.startUp()).isEqualTo(counted.startUp());
        assertThat(again.hit()).isEqualTo(counted.hit()).containsExactly(12);
    }

    @Test
    void where_cpu_time_is_not_known_the_median_latency_tells_the_cost() {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            rounds.add(MadeUp.round("a", number, turn(number <= 2 ? 9_000 : 5_000, CpuTimes.none(), 0.1)));
        }
        assertThat(among(rounds, CPUS).startUp()).containsExactly(1, 2);
    }

    @Test
    void all_rounds_count_if_cost_goes_on_falling_or_a_target_dies() {
        CountedRounds falling = among(rounds(number -> 1.0 / number, CountedRoundsTest::quiet), CPUS);
        assertThat(falling.settled()).isFalse();
        assertThat(falling.rounds()).hasSize(40);
        List<Round> dying = rounds(CountedRoundsTest::starting, CountedRoundsTest::quiet);
        dying.set(39, MadeUp.round("b", 20, MadeUp.refusals(10)));
        assertThat(among(dying, CPUS).rounds()).hasSize(40);
    }

    @Test
    void failures_count_in_rounds_that_do_not() {
        List<Round> rounds = rounds(CountedRoundsTest::starting, CountedRoundsTest::quiet);
        Measurement failing = costing(0.3, 0.08).plus(MadeUp.refusals(1));
        rounds.set(0, MadeUp.round("a", 1, failing));
        CountedRounds counted = among(rounds, CPUS);
        assertThat(counted.startUp()).contains(1);
        Judge judge = Judge.of(counted, StoppingRule.of(20));
        assertThat(judge.estimate(new Subject.Value(Figure.FAILURES, "a")))
                .hasValueSatisfying(estimate -> assertThat(estimate.value()).isEqualTo(1));
        assertThat(judge.estimate(new Subject.Ratio(Figure.MEAN, "b", "a")))
                .hasValueSatisfying(estimate -> assertThat(estimate.n()).isEqualTo(17));
    }
}
