package dev.versus.gatling;

import dev.versus.comparison.Progress;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.Locale;

/** Tells on the console what is going on, a line a round. */
final class ConsoleProgress implements Progress {

    private final int rounds;

    ConsoleProgress(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public void warming(WarmUp.Slice slice) {
        say(
                "warming up %-20s %,8.0f req/s, p50 %.2f ms, CPU %.0f µs a request",
                slice.target(), slice.throughput(), slice.p50Millis(), slice.cpuMicros());
    }

    @Override
    public void warm(WarmUp warmUp) {
        String end = warmUp.level() ? "level" : "NOT level when its time was up";
        say("warmed up with %,d requests in %.1f s: %s", warmUp.requests(), warmUp.seconds(), end);
    }

    @Override
    public void ended(Round round) {
        Measurement seen = round.measurement();
        say(
                "round %d of %d %-20s %,8.0f req/s, mean %.2f ms, p50 %.2f ms, %,d failed",
                round.number(),
                rounds,
                round.target(),
                seen.throughput(),
                seen.latencies().meanMillis(),
                seen.latencies().percentileMillis(50),
                seen.failed());
    }

    private static void say(String pattern, Object... values) {
        System.out.println("versus: " + String.format(Locale.ROOT, pattern, values));
    }
}
