package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Response;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Side;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target whose workload mixes two endpoints, beside one that has a single endpoint. */
class EndpointsInReportsTest {

    private final Report report = report();

    private static Report report() {
        RunOfFew run = new RunOfFew();
        for (int number = 1; number <= 6; number++) {
            run.round("mixed", number, MadeUp.twoEndpoints(100)).round("single", number, MadeUp.answers(100, 1_000));
        }
        Side faulty = new Side("mixed", Optional.of(MadeUp.FAULTY));
        Subject ratio = Subject.of(Figure.MEAN, faulty).relativeTo(new Side("mixed", Optional.of(MadeUp.SOUND)));
        return run.claiming(List.of(SampleRun.claim("twice as slow", ratio, SampleRun.atLeast(1.9))))
                .report();
    }

    @Test
    void each_endpoint_is_summed_up() {
        List<EndpointSummary> endpoints = report.results().targets().get(0).endpoints();
        assertThat(endpoints).extracting(EndpointSummary::endpoint).containsExactly(MadeUp.FAULTY, MadeUp.SOUND);
        EndpointSummary faulty = endpoints.get(0);
        assertThat(faulty.requests()).isEqualTo(600);
        assertThat(faulty.failures()).isEqualTo(Map.of(FailureKind.STATUS, 60L));
        assertThat(faulty.requestRate()).isEqualTo(50);
        assertThat(faulty.throughput()).isEqualTo(45);
        assertThat(faulty.latencyMillis())
                .containsKeys("mean", "p50", "p75", "p90", "max")
                .doesNotContainKey("p99");
        assertThat(report.results().targets().get(1).endpoints()).isEmpty();
    }

    @Test
    void pages_have_a_row_for_each_and_one_for_all() {
        ComparisonPage page = ComparisonPage.of(report);
        assertThat(page.targets().get(0).endpointsAndTotal())
                .extracting(TargetRow.EndpointRow::name, TargetRow.EndpointRow::failed)
                .containsExactly(
                        tuple(MadeUp.FAULTY, "60 (10.0 %)"),
                        tuple(MadeUp.SOUND, "0"),
                        tuple("all endpoints", "60 (5.00 %)"));
        assertThat(ComparisonHtml.of(report)).contains("Endpoints of mixed").doesNotContain("Endpoints of single");
        assertThat(ComparisonMarkdown.of(report)).contains("| GET /faulty | 600 | 60 (10.0 %) | 50.0 | 45.0 |");
        assertThat(ConsoleSummary.of(report.results())).contains("  GET /sound ");
    }

    @Test
    void requests_that_were_not_sent_have_a_row_so_that_rows_add_up() {
        Recorder recorder = new Recorder(0, false, List.of("GET /a|b", "GET /c"));
        recorder.answered(new Response(0, 1_000_000, 200, 5), 0);
        recorder.notSent(2);
        RunOfFew run = new RunOfFew();
        for (int number = 1; number <= 6; number++) {
            run.round("mixed", number, recorder.measurement(Consumption.of(CpuTimes.none())));
        }
        assertThat(ComparisonPage.of(run.report()).targets().get(0).endpointsAndTotal())
                .extracting(TargetRow.EndpointRow::name, TargetRow.EndpointRow::requests, TargetRow.EndpointRow::failed)
                .containsExactly(
                        tuple("GET /a|b", "6", "0"),
                        tuple("GET /c", "0", "0"),
                        tuple("not sent, to no endpoint", "12", "12 (100 %)"),
                        tuple("all endpoints", "18", "12 (66.7 %)"));
        assertThat(ComparisonMarkdown.of(run.report())).contains("| GET /a\\|b | 6 | 0 |");
    }

    @Test
    void results_json_is_as_its_schema_says() {
        assertThat(MachineFormatsTest.problems(ResultsJson.of(report.results())))
                .isEmpty();
    }

    @Test
    void two_endpoints_of_one_target_are_no_pair_of_targets() {
        assertThat(report.results().judgements().get(0).claim().statement().describe())
                .isEqualTo("mean of mixed GET /faulty relative to mixed GET /sound is at least 1.9");
        assertThat(report.results().sideBySide()).extracting(SideBySide::target).containsExactly("single");
    }
}
