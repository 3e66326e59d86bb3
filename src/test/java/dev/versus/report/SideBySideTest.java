package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.report.RunHeader.TargetFacts;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.CountedRounds;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {

    private static final Finding OVERLOADED = new Finding(
            "generator-saturated",
            Finding.Severity.INVALIDATES,
            List.of("docker-address"),
            Finding.Scope.SPEED,
            "the generator used 90 % of its CPU",
            "load",
            "less load");

    /** Makes the judgement of a claim on a ratio with this interval. */
    private static Judgement judgement(Metric metric, double lower, double upper) {
        Claim claim = SampleRun.claim("", new Subject.Ratio(metric, "b", "a"), SampleRun.atLeast(1));
        Estimate ratio = new Estimate((lower + upper) / 2, new Interval(lower, upper), 0.95, 10);
        return new Judgement(claim, Verdict.INCONCLUSIVE, Basis.TURNS, Optional.of(ratio), OptionalDouble.empty(), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throughput      | 0.95 | 0.99  | slower by 3.0 %",
                "throughput      | 0.95 | 1     | no difference in speed told, within ±5.0 %",
                "throughput      | 1    | 1.02  | no difference in speed told, within ±2.0 %",
                "throughput      | 1.05 | 1.07  | faster by 6.0 %",
                "p50             | 1.05 | 1.07  | slower by 6.0 %",
                "p50             | 0.95 | 0.99  | faster by 3.0 %",
                "cpu-per-request | 2.10 | 2.30  | dearer by 120 %",
                "cpu-per-request | 0.40 | 0.60  | cheaper by 50 %",
                "cpu-per-request | 0.99 | 1.02  | no difference in cost told, within ±2.0 %"
            })
    void the_words_follow_the_interval(String metric, double lower, double upper, String answer) {
        assertThat(Contrast.of(judgement(Metric.named(metric), lower, upper), Optional.empty())
                        .answer())
                .isEqualTo(answer);
    }

    private static List<SideBySide> of(RunRecord run) {
        return Report.of(run).results().sideBySide();
    }

    private static List<String> pairs(Claim... claims) {
        return of(SampleRun.record(List.of(claims))).stream()
                .map(pair -> pair.target() + " : " + pair.baseline())
                .toList();
    }

    @Test
    void without_a_claim_every_target_stands_beside_the_first() {
        assertThat(pairs()).containsExactly("docker-published : namespaces", "docker-address : namespaces");
    }

    @Test
    void a_claim_on_two_targets_names_the_baseline() {
        Subject ratio = new Subject.Ratio(Figure.MEMORY, "docker-published", "docker-address");
        Claim claim = SampleRun.claim("", ratio, SampleRun.atLeast(1));
        assertThat(pairs(claim)).containsExactly("docker-published : docker-address");
    }

    @Test
    void the_control_alone_compares_no_pair() {
        Claim control = Control.claims("namespaces", SampleRun.claims()).get(0);
        assertThat(pairs(control)).containsExactly("docker-published : namespaces", "docker-address : namespaces");
    }

    @Test
    void a_baseline_has_the_workload_of_its_target_if_any_other_target_has() {
        List<TargetFacts> all = List.of(facts("a", "few"), facts("b", "few"), facts("c", "many"), facts("d", "many"));
        assertThat(all.stream().map(target -> SideBySide.baseline(target, all))).containsExactly("a", "a", "c", "c");
        List<TargetFacts> unlike = List.of(facts("a", "few"), facts("b", "many"));
        assertThat(SideBySide.baseline(unlike.get(1), unlike)).isEqualTo("a");
    }

    private static TargetFacts facts(String name, String workload) {
        return new TargetFacts(name, "", List.of(), workload, Optional.empty());
    }

    @Test
    void a_finding_that_makes_the_speed_invalid_leaves_the_cost() {
        SideBySide pair = of(PlainRecord.with(List.of(OVERLOADED), SampleRun.record(List.of())))
                .get(1);
        assertThat(pair.speed().answer()).isEqualTo("speed not told");
        assertThat(pair.speed().grounds())
                .isEqualTo("throughput 0.963 × [0.948 to 0.977] at 95.1 %, in turns,"
                        + " but the diagnostic generator-saturated makes it invalid");
        assertThat(pair.cost().reason()).isEmpty();
    }

    @Test
    void cpu_time_that_nobody_read_is_said_to_be_unknown() {
        SideBySide pair = of(unread()).get(0);
        assertThat(pair.cost().answer()).isEqualTo("cost not told");
        assertThat(pair.cost().grounds())
                .startsWith("cpu-per-request of namespaces is not known, because it runs elsewhere");
    }

    private static RunRecord unread() {
        RunRecord sample = SampleRun.record(List.of());
        Measurement unread = MadeUp.answers(10, 1_000, CpuTimes.none());
        List<Round> rounds = IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(number ->
                        sample.run().targets().stream().map(target -> MadeUp.round(target.name(), number, unread)))
                .toList();
        return PlainRecord.of(sample.run(), sample.warmUp(), rounds, sample.fingerprints());
    }

    @Test
    void a_cost_that_is_read_from_duets_shows_the_figure_of_turns_too() {
        RunRecord run = SampleRun.record(List.of());
        List<DuetSlice> duets = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new DuetSlice(
                        number, SampleRun.START, Map.of("namespaces", costing(1), "docker-address", costing(1.2))))
                .toList();
        SideBySide pair = SideBySide.of(new JudgedDraw(
                        run, CountedRounds.among(new Observations(run.observed().turns(), duets), 2)))
                .get(1);
        assertThat(pair.cost().answer()).isEqualTo("dearer by 20 %");
        assertThat(pair.grounds(pair.cost())).isEqualTo("cpu-per-request 1.20 × at once; cpu-per-request 1 × in turns");
        assertThat(pair.grounds(pair.speed())).endsWith(" at 95.1 %, in turns");
    }

    private static Measurement costing(double seconds) {
        return MadeUp.answers(1_000, 1_000, new CpuTimes(Map.of("web-1", seconds)));
    }

    @Test
    void the_console_repeats_no_claim() {
        Statement cost = new Subject.Ratio(Figure.CPU_PER_REQUEST, "docker-address", "namespaces").isAtMost(2);
        Results results = Report.of(SampleRun.record(List.of(new Claim("it is cheap", cost, false))))
                .results();
        assertThat(new ConsoleSummary(results).sideBySide())
                .singleElement()
                .asString()
                .startsWith("speed        docker-address relative to namespaces: slower by 3.7 % (throughput 0.963 ×");
    }

    @Test
    void a_run_without_a_whole_round_has_no_pair() {
        assertThat(of(PlainRecord.killed(SampleRun.record().run()))).isEmpty();
    }
}
