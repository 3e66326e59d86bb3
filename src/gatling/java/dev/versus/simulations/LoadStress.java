package dev.versus.simulations;

import static dev.versus.SettingType.real;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.Stress.stress;

import dev.versus.Setting;
import java.time.Duration;

/**
 * Finds the capacity of any target by a staircase of concurrency, which ends when p99 or the error rate exceeds its limit. It has one
 * round unless {@code versus.rounds} is given.
 */
public final class LoadStress extends Load {

    private static final String OF = "`LoadStress`";

    private static final Setting<Integer> FROM =
            new Setting<>("from", OF, "1", "the concurrency of the first step", whole(1, 20_000));

    private static final Setting<Integer> TO =
            new Setting<>("to", OF, "512", "the highest concurrency", whole(1, 20_000));

    private static final Setting<Double> FACTOR =
            new Setting<>("factor", OF, "2", "how many times the concurrency of the step before", real(1.01, 100));

    private static final Setting<Duration> STEP_TIME =
            new Setting<>("stepTime", OF, "3s", "how long a step lasts", DURATION);

    private static final Setting<Duration> P99 = new Setting<>(
            "p99", OF, "500ms", "ends the staircase when the 99th percentile of latency exceeds it", DURATION);

    private static final Setting<Double> ERROR_RATE = new Setting<>(
            "errorRate", OF, "0.01", "ends the staircase when the share of failed requests exceeds it", real(0, 0.99));

    {
        compare(target())
                .under(sending(spoken(stress().concurrency(settings.get(FROM), settings.get(TO))
                        .risingBy(settings.get(FACTOR))
                        .stepsOf(settings.get(STEP_TIME))
                        .until(settings.get(P99), settings.get(ERROR_RATE)))))
                .rounds(1);
    }
}
