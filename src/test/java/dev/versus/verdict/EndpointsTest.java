package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.Json;
import dev.versus.measurement.MadeUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Response;
import dev.versus.measurement.Round;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims on the endpoints of one target, of which the second is slower and fails one request in ten. */
class EndpointsTest {

    private static final Side SOUND = new Side("a", Optional.of(MadeUp.SOUND));
    private static final Side FAULTY = new Side("a", Optional.of(MadeUp.FAULTY));

    private static List<Round> rounds(Measurement each) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(number -> MadeUp.round("a", number, each))
                .toList();
    }

    private static Judgement judge(Statement statement, boolean gate, Measurement each) {
        return judge(statement, gate, rounds(each));
    }

    private static Judgement judge(Statement statement) {
        return judge(statement, false, MadeUp.twoEndpoints(100));
    }

    private static double measured(Subject subject) {
        return judge(subject.isAtLeast(0)).estimate().orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({
        "throughput, 50, 45",
        "request-rate, 50, 50",
        "requests, 100, 100",
        "mean, 1, 2",
        "max, 1, 2",
        "p90, 1, 2",
        "error-rate, 0, 0.1",
        "error-rate-status, 0, 0.1",
        "failures, 0, 80"
    })
    void each_has_figures_of_its_own(String metric, double sound, double faulty) {
        assertThat(measured(Subject.of(Metric.named(metric), SOUND))).isCloseTo(sound, within(sound / 50));
        assertThat(measured(Subject.of(Metric.named(metric), FAULTY))).isCloseTo(faulty, within(faulty / 50));
    }

    @Test
    void two_of_one_target_are_compared_within_each_round() {
        assertThat(measured(Subject.of(Figure.MEAN, FAULTY).relativeTo(SOUND))).isCloseTo(2, within(0.01));
        assertThat(measured(Subject.of(Figure.MEAN, FAULTY).minus(SOUND))).isCloseTo(1, within(0.01));
        assertThat(measured(Subject.of(Figure.THROUGHPUT, FAULTY).relativeTo(() -> "a")))
                .isCloseTo(45 / 95.0, within(0.01));
    }

    @Test
    void failures_of_one_are_more_than_any_factor_of_none() {
        Judgement judgement = judge(
                Subject.of(RequestShare.ERROR_RATE, FAULTY).relativeTo(SOUND).isAtMost(2));
        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judgement.reason())
                .startsWith("error-rate of a GET /sound is 0 in all rounds and that of a GET /faulty is not");
    }

    private static Estimate faultyLessSound(List<Round> rounds) {
        return new Judge(Observations.ofTurns(rounds), Confidence.USUAL)
                .estimate(Subject.of(RequestShare.ERROR_RATE, FAULTY).minus(SOUND))
                .orElseThrow();
    }

    /** Eight rounds of ten requests to each, of which none fails but, in some rounds, one to the second. */
    private static List<Round> failingIn(int rounds) {
        List<Round> all = new ArrayList<>(rounds(MadeUp.twoEndpoints(9)));
        for (int at = 0; at < rounds; at++) {
            all.set(at, MadeUp.round("a", at + 1, MadeUp.twoEndpoints(10)));
        }
        return all;
    }

    @Test
    void the_difference_of_two_error_rates_has_the_width_that_its_counts_give() {
        assertThat(faultyLessSound(failingIn(0)).interval().lower()).isBetween(-0.06, -0.04);
        assertThat(faultyLessSound(failingIn(0)).interval().upper()).isBetween(0.04, 0.06);
        Estimate once = faultyLessSound(failingIn(1));
        assertThat(once.value()).isCloseTo(1 / 73.0, within(0.0001));
        assertThat(once.interval().contains(0)).isTrue();
        assertThat(faultyLessSound(rounds(MadeUp.twoEndpoints(100))).interval().lower())
                .isGreaterThan(0.05);
    }

    @Test
    void failures_in_bursts_widen_the_difference_to_that_of_the_rounds() {
        List<Round> bursts = new ArrayList<>(failingIn(0));
        bursts.set(7, MadeUp.round("a", 8, MadeUp.twoEndpoints(9_000)));
        assertThat(faultyLessSound(bursts).interval().lower()).isZero();
    }

    /** Rounds in which every request was to the first endpoint, and some were not sent. */
    private static List<Round> lacking(int sent, int notSent) {
        Recorder recorder = new Recorder(0, false, List.of(MadeUp.SOUND, MadeUp.FAULTY));
        for (int i = 0; i < sent; i++) {
            recorder.answered(new Response(0, 1_000_000, 200, 5), 0);
        }
        recorder.notSent(notSent);
        return rounds(recorder.measurement(Consumption.of(CpuTimes.none())));
    }

    private static Judgement judge(Statement statement, boolean gate, List<Round> rounds) {
        Claim claim = new Claim("a claim", statement, gate);
        return new Serving(rounds, List.of(claim))
                .reviewed(new Judge(Observations.ofTurns(rounds), Confidence.USUAL).judge(claim));
    }

    @Test
    void that_none_of_no_request_failed_confirms_nothing_and_breaks_a_gate() {
        Statement noFailure = Subject.of(Figure.FAILURES, FAULTY).isAtMost(0);
        Judgement claimed = judge(noFailure, false, lacking(10, 0));
        assertThat(claimed.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(claimed.reason())
                .isEqualTo("no request to a GET /faulty was sent in 8 rounds: that none of none failed tells nothing");
        for (Statement statement : List.of(
                noFailure,
                Subject.of(RequestShare.ERROR_RATE, FAULTY).isAtMost(0.5),
                Subject.of(Figure.MEAN, FAULTY).isAtMost(5.0))) {
            Judgement gate = judge(statement, true, lacking(10, 0));
            assertThat(gate.breaks(false)).isTrue();
            assertThat(gate.reason())
                    .isEqualTo("no request to a GET /faulty was sent in 8 rounds: a gate on requests that were never"
                            + " sent is broken");
        }
    }

    @Test
    void requests_that_were_not_sent_count_against_gates_on_every_endpoint() {
        Statement noFailure = Subject.of(Figure.FAILURES, SOUND).isAtMost(0);
        assertThat(judge(noFailure, true, lacking(100, 0)).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(noFailure, true, lacking(100, 1)).reason())
                .isEqualTo("8 requests to a were not sent in time, and each may have been one to a GET /sound");
        assertThat(judge(Subject.of(RequestShare.ERROR_RATE, SOUND).isAtMost(0.05), true, lacking(100, 1))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
        Judgement mean = judge(Subject.of(Figure.MEAN, SOUND).isAtMost(5.0), true, lacking(100, 2));
        assertThat(mean.breaks(false)).isTrue();
        assertThat(mean.reason()).startsWith("16 of 816 requests to a GET /sound failed (16 requests to a not sent,");
    }

    @Test
    void requests_that_were_not_sent_are_neither_in_the_number_nor_in_the_rate() {
        Judge judge = new Judge(Observations.ofTurns(lacking(100, 5)), Confidence.USUAL);
        assertThat(judge.estimate(Subject.of(Figure.REQUESTS, () -> "a"))
                        .orElseThrow()
                        .value())
                .isCloseTo(100, within(0.001));
    }

    @Test
    void a_gate_on_one_that_fails_too_often_is_broken_and_a_gate_on_the_other_is_not() {
        Measurement each = MadeUp.twoEndpoints(100);
        assertThat(judge(Subject.of(Figure.MEAN, SOUND).isAtMost(5.0), true, each)
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
        Judgement broken = judge(Subject.of(Figure.MEAN, FAULTY).isAtMost(5.0), true, each);
        assertThat(broken.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(broken.reason()).startsWith("80 of 800 requests to a GET /faulty failed");
    }

    @Test
    void rounds_without_endpoints_tell_nothing_of_one() {
        Judgement judgement = judge(Subject.of(Figure.MEAN, SOUND).isAtMost(5.0), false, MadeUp.answers(10, 1_000));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reason()).isEqualTo("no round of a GET /sound has ended");
    }

    @Test
    void a_subject_reads_back_as_it_was_written_and_so_does_one_of_an_earlier_version() throws JsonProcessingException {
        Subject ratio = Subject.of(Figure.MEAN, FAULTY).relativeTo(SOUND);
        String json = Json.lines().writeValueAsString(ratio);
        assertThat(json).contains("\"endpoint\":\"GET /faulty\"", "\"baselineEndpoint\":\"GET /sound\"");
        assertThat(Json.lines().readValue(json, Subject.class)).isEqualTo(ratio);
        assertThat(ratio.targets()).containsExactly("a");
        String earlier = "{\"kind\":\"ratio\",\"metric\":\"mean\",\"target\":\"b\",\"baseline\":\"a\"}";
        assertThat(Json.lines().readValue(earlier, Subject.class)).isEqualTo(new Subject.Ratio(Figure.MEAN, "b", "a"));
    }

    @Test
    void a_sentence_names_target_and_endpoint() {
        assertThat(Subject.of(Figure.MEAN, FAULTY).relativeTo(SOUND).isAtMost(3).describe())
                .isEqualTo("mean of a GET /faulty relative to a GET /sound is at most 3");
    }
}
