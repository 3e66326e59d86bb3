package dev.versus.workload;

import dev.versus.Durations;
import dev.versus.PublicApi;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An open workload: requests start on a fixed timetable, whatever the server does. Latency counts from a request's time in the timetable,
 * so that a stall shows in every request that it delays (no coordinated omission), as with {@code wrk2 -R} or {@code vegeta}.
 *
 * @param duration how long a round lasts, 1 ms to 24 h; requests that are late for want of a free connection are sent for another tenth
 *     of it, at most 1 s, and those that are left then count as failed
 * @param mostInFlight the most requests in flight at once, 1 to 20,000; further requests wait, and their latency counts the wait
 */
@PublicApi
public record ConstantRate(Rate rate, Duration duration, Request request, int mostInFlight)
        implements OneRequest<ConstantRate> {

    private static final int WARM_UP_USERS = 32;
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(1);

    public ConstantRate {
        WorkloadLimits.requireTime("a round's duration", duration);
        WorkloadLimits.requireVirtualUsers("the most requests in flight", mostInFlight);
        WorkloadLimits.require(
                rate.perSecond() * duration.toNanos() >= 1e9,
                "a round sends at least one request, not",
                rate + " for " + Durations.text(duration));
    }

    /** Makes a workload of {@code GET /} at this rate for 10 s a round, with at most 256 requests in flight. */
    public static ConstantRate constantRate(Rate rate) {
        return new ConstantRate(rate, Duration.ofSeconds(10), Request.get("/"), 256);
    }

    /** Returns a copy whose rounds last this long, 1 ms to 24 h. */
    public ConstantRate during(Duration time) {
        return new ConstantRate(rate, time, request, mostInFlight);
    }

    @Override
    public ConstantRate sending(Request what) {
        return new ConstantRate(rate, duration, what, mostInFlight);
    }

    /** Returns a copy with at most this many requests in flight, 1 to 20,000. */
    public ConstantRate mostInFlight(int requests) {
        return new ConstantRate(rate, duration, request, requests);
    }

    @Override
    public Optional<Duration> lasting() {
        return Optional.of(duration);
    }

    @Override
    public boolean isPaced() {
        return true;
    }

    @Override
    public int virtualUsers() {
        return mostInFlight;
    }

    @Override
    public Optional<Long> requests() {
        return Optional.of(beats());
    }

    @Override
    public Duration longestPause() {
        return duration;
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return Workload.single(earlier, mostInFlight, this::metronome);
    }

    /** Warms up in a closed loop of 32 connections: at the measured rate a just-in-time compiler may never see enough requests. */
    @Override
    public Step warmUp(Duration time) {
        return new Step(Math.min(mostInFlight, WARM_UP_USERS), (start, seed) -> new ClosedLoop(start, time));
    }

    private Pacing metronome(long start, long seed) {
        Duration grace = Collections.min(List.of(LONGEST_GRACE, duration.dividedBy(10)));
        return new Metronome(start, rate, beats(), duration.plus(grace));
    }

    private long beats() {
        return Math.max(1, (long) Math.floor(rate.perSecond() * duration.toNanos() / 1e9));
    }

    @Override
    public String describe() {
        return "%s at %s for %s".formatted(request, rate, Durations.text(duration));
    }
}
