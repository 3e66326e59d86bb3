package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecorderTest {

    private static final long ORIGIN = Long.parseLong("9223372036854775000");
    private static final long MILLI = 1_000_000;

    private final Recorder recorder = new Recorder(ORIGIN, true);

    private boolean answered(long startMillis, long endMillis, int status, long length) {
        Response response = new Response(ORIGIN + startMillis * MILLI, ORIGIN + endMillis * MILLI, status, length);
        return recorder.answered(response);
    }

    private Measurement measurement() {
        return recorder.measurement(Consumption.of(CpuTimes.none()));
    }

    @Test
    void withoutARequestThereIsNothingAndTheErrorRateIsOne() {
        assertThat(measurement().requests()).isZero();
        assertThat(measurement().wallSeconds()).isZero();
        assertThat(measurement().throughput()).isZero();
        assertThat(measurement().latencies().meanMillis()).isZero();
        assertThat(measurement().errorRate()).isEqualTo(1);
    }

    @Test
    void theWallTimeReachesFromTheFirstStartToTheLastEndThoughTheClockWrapsRound() {
        answered(20, 60, 200, 5);
        answered(10, 30, 200, 5);
        assertThat(measurement().wallSeconds()).isCloseTo(0.05, within(1e-9));
        assertThat(measurement().throughput()).isCloseTo(40, within(1e-6));
        assertThat(measurement().latencies().meanMillis()).isCloseTo(30, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "302, true", "399, true", "400, false", "503, false"})
    void onlyStatusesOf2xxAnd3xxAreAnswers(int status, boolean expected) {
        assertThat(answered(0, 1, status, 5)).isEqualTo(expected);
        assertThat(measurement().answered()).isEqualTo(expected ? 1 : 0);
        assertThat(measurement().failures()).isEqualTo(expected ? Map.of() : Map.of(FailureKind.STATUS, 1L));
        assertThat(measurement().statuses()).isEqualTo(Map.of(status, 1L));
    }

    @Test
    void aLengthOtherThanTheFirstIsAFailureOfAnAnsweredRequest() {
        assertThat(answered(0, 1, 200, 5)).isTrue();
        assertThat(answered(1, 2, 200, 6)).isFalse();
        assertThat(measurement().answered()).isEqualTo(2);
        assertThat(measurement().requests()).isEqualTo(2);
        assertThat(measurement().failures()).isEqualTo(Map.of(FailureKind.LENGTH, 1L));
        assertThat(measurement().errorRate()).isEqualTo(0.5);
    }

    @Test
    void anErrorsBodyDoesNotSetTheExpectedLength() {
        answered(0, 1, 500, 99);
        assertThat(answered(1, 2, 200, 5)).isTrue();
        assertThat(measurement().bodyLengths()).isEqualTo(BodyLengths.of(5, 1));
        assertThat(measurement().bodyBytes()).isEqualTo(104);
    }

    @Test
    void lengthsMayDifferWhereTheWorkloadSaysSo() {
        Recorder tolerant = new Recorder(0, false);
        tolerant.answered(new Response(0, 1, 200, 5));
        assertThat(tolerant.answered(new Response(0, 1, 200, 6))).isTrue();
        assertThat(tolerant.measurement(Consumption.of(CpuTimes.none())).failed())
                .isZero();
        assertThat(tolerant.measurement(Consumption.of(CpuTimes.none())).bodyLengths())
                .isEqualTo(BodyLengths.of(5, 1).plus(BodyLengths.of(6, 1)));
    }

    @Test
    void sumsLengthsUpHoweverLongTheyAre() {
        long length = 3L << 30;
        answered(0, 1, 200, length);
        answered(0, 1, 200, length);
        assertThat(measurement().bodyLengths()).isEqualTo(BodyLengths.of(length, 2));
        assertThat(measurement().bodyBytes()).isEqualTo(2 * length);
        assertThat(measurement().failures()).isEmpty();
    }

    @Test
    void keepsOneAnswerOnly() {
        assertThat(recorder.lacksFirst()).isTrue();
        recorder.first(new FirstAnswer(4711, Optional.of("/login")));
        recorder.first(new FirstAnswer(4712, Optional.empty()));
        assertThat(recorder.lacksFirst()).isFalse();
        assertThat(measurement().firstBody()).isEqualTo(4711);
        assertThat(measurement().location()).contains("/login");
    }

    @Test
    void countsTheConnectionsThatWereOpenedForItsRequests() {
        recorder.connected();
        recorder.connected();
        assertThat(measurement().used().connections()).isEqualTo(2);
    }

    @Test
    void unansweredRequestsCountAsEndedAndHaveNoLatency() {
        recorder.unanswered(FailureKind.TIMEOUT, ORIGIN, ORIGIN + 100 * MILLI);
        recorder.unanswered(FailureKind.CONNECTION, ORIGIN, ORIGIN + MILLI);
        assertThat(recorder.ended()).isEqualTo(2);
        assertThat(measurement().requests()).isEqualTo(2);
        assertThat(measurement().answered()).isZero();
        assertThat(measurement().wallSeconds()).isCloseTo(0.1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "7, 7"})
    void requestsThatWereNotSentCountAsFailed(long missing, long failed) {
        recorder.notSent(missing);
        assertThat(measurement().failures().getOrDefault(FailureKind.NOT_SENT, 0L))
                .isEqualTo(failed);
        assertThat(measurement().requests()).isEqualTo(failed);
    }

    @Test
    void anUnequalLengthDoesNotEndARequestTwice() {
        answered(0, 1, 200, 5);
        answered(0, 1, 200, 6);
        answered(0, 1, 404, 6);
        assertThat(recorder.ended()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "499, 0", "500, 1", "1499, 1", "1500, 2", "7200000000000, 3600000000"})
    void latenciesAreRoundedToMicrosecondsAndBoundToOneHour(long nanos, long micros) {
        recorder.answered(new Response(0, nanos, 200, 5));
        double recorded = measurement().latencies().histogram().getMaxValue();
        assertThat(recorded).isCloseTo((double) micros, within(micros / 1_000.0));
    }

    @Test
    void losesNothingWhenManyThreadsRecordAtOnce() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            var all = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(t -> threads.submit(this::recordMany))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(measurement().answered()).isEqualTo(40_000);
        assertThat(measurement().statuses()).isEqualTo(Map.of(200, 40_000L));
        assertThat(measurement().bodyBytes()).isEqualTo(200_000);
    }

    private void recordMany() {
        for (int i = 0; i < 10_000; i++) {
            answered(0, 1, 200, 5);
        }
    }

    @Test
    void figures_of_each_endpoint_add_up_to_those_of_all() {
        Measurement all = MadeUp.twoEndpoints(100).plus(MadeUp.twoEndpoints(50));
        Measurement sound = all.ofEndpoint(MadeUp.SOUND).orElseThrow();
        Measurement faulty = all.ofEndpoint(MadeUp.FAULTY).orElseThrow();
        assertThat(all.requests()).isEqualTo(300);
        assertThat(sound.statuses()).isEqualTo(Map.of(200, 150L));
        assertThat(faulty.statuses()).isEqualTo(Map.of(200, 135L, 503, 15L));
        assertThat(faulty.failures()).isEqualTo(all.failures()).isEqualTo(Map.of(FailureKind.STATUS, 15L));
        assertThat(sound.throughput() + faulty.throughput()).isEqualTo(all.throughput());
        assertThat(faulty.requestRate()).isEqualTo(37.5);
        assertThat(all.ofEndpoint("GET /unknown")).isEmpty();
    }

    @Test
    void endpoints_read_back_as_they_were_written_and_a_single_one_is_not_written() throws IOException {
        Measurement written = MadeUp.twoEndpoints(100);
        String json = Json.lines().writeValueAsString(written);
        Measurement read = Json.lines().readValue(json, Measurement.class);
        assertThat(Json.lines().writeValueAsString(read)).isEqualTo(json).contains("GET /faulty");
        assertThat(Json.lines().writeValueAsString(MadeUp.answers(1, 1))).doesNotContain("endpoints");
    }

    @Test
    void requests_that_were_not_sent_belong_to_no_endpoint() {
        Recorder mixed = new Recorder(0, false, List.of("GET /a", "GET /b"));
        mixed.notSent(3);
        Measurement all = mixed.measurement(Consumption.of(CpuTimes.none()));
        assertThat(all.failures()).isEqualTo(Map.of(FailureKind.NOT_SENT, 3L));
        assertThat(all.requestRate()).isZero();
        assertThat(all.ofEndpoint("GET /a").orElseThrow().requests()).isZero();
    }
}
