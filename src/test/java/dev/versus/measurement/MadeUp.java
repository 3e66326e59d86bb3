package dev.versus.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Rounds made up for tests: as many answers as asked for, all alike. */
public final class MadeUp {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    /** The endpoints of {@link #twoEndpoints}. */
    public static final String SOUND = "GET /sound";

    public static final String FAULTY = "GET /faulty";

    private MadeUp() {}

    /** So many requests to each of two endpoints in 2 s: one answers after 1 ms; the other after 2 ms, nine times of ten. */
    public static Measurement twoEndpoints(int each) {
        Recorder recorder = new Recorder(0, false, List.of(SOUND, FAULTY));
        for (int i = 0; i < each; i++) {
            recorder.answered(new Response(0, 1_000_000, 200, 5), 0);
            recorder.answered(new Response(0, 2_000_000, i % 10 == 9 ? 503 : 200, 7), 1);
        }
        return recorder.measurement(Consumption.of(CpuTimes.none())).lasting(2);
    }

    /** So many answers of 5 bytes, one after the other, each after so many µs. */
    public static Measurement answers(int number, long micros) {
        return answers(number, micros, new CpuTimes(Map.of(CpuTimes.GENERATOR, 0.5, "web-1", number / 1_000.0)));
    }

    /** The same with this CPU time. */
    public static Measurement answers(int number, long micros, CpuTimes cpu) {
        Recorder recorder = new Recorder(0, true);
        for (long i = 0; i < number; i++) {
            recorder.answered(new Response(i * micros * 1_000, (i + 1) * micros * 1_000, 200, 5));
        }
        return recorder.measurement(Consumption.of(cpu));
    }

    /** The same measurement with this CPU time. */
    public static Measurement using(Measurement seen, CpuTimes cpu) {
        return using(seen, Consumption.of(cpu));
    }

    /** The same measurement with these resources. */
    public static Measurement using(Measurement seen, Consumption used) {
        return new Measurement(
                seen.wallSeconds(),
                seen.latencies(),
                seen.statuses(),
                seen.failures(),
                seen.bodyBytes(),
                seen.bodyLengths(),
                seen.firstBody(),
                seen.location(),
                used,
                seen.endpoints());
    }

    /** Counters of which none is known. */
    public static Counters noCounters() {
        OptionalLong unknown = OptionalLong.empty();
        return new Counters(unknown, unknown, unknown, unknown, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Counters of which only the compilers' time is known, in s. */
    public static Counters compiling(double seconds) {
        OptionalLong unknown = OptionalLong.empty();
        return new Counters(unknown, unknown, unknown, unknown, OptionalDouble.empty(), OptionalDouble.of(seconds));
    }

    /** Nothing but so many refused connections. */
    public static Measurement refusals(int number) {
        Recorder recorder = new Recorder(0, true);
        for (int i = 0; i < number; i++) {
            recorder.unanswered(FailureKind.CONNECTION, i, i + 1);
        }
        return recorder.measurement(Consumption.of(CpuTimes.none()));
    }

    /** A round with this measurement. */
    public static Round round(String target, int number, Measurement measurement) {
        return new Round(
                target, number, number, START.plusSeconds(number), measurement, List.of(measurement.outcomeAt(4)));
    }
}
