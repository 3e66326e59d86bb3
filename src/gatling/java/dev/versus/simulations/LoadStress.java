package dev.versus.simulations;

import static dev.versus.workload.Stress.stress;

import java.time.Duration;

/**
 * Finds the capacity of any target by a staircase of concurrency, from {@code versus.from} (1) to {@code versus.to} (512). Each step has
 * {@code versus.factor} (2) times the concurrency of the step before and lasts {@code versus.stepTime} (3s). The staircase ends when
 * p99 exceeds {@code versus.p99} (500ms) or the error rate exceeds {@code versus.errorRate} (0.01). It is run for {@code
 * versus.rounds} (1). The other settings are those of {@link Load}.
 */
public final class LoadStress extends Load {
    {
        var target = target();
        compare(target)
                .under(stress().concurrency(
                                settings.number("from", 1, 1, 20_000), settings.number("to", 512, 1, 20_000))
                        .risingBy(settings.real("factor", 2, 1.01, 100))
                        .stepsOf(duration("stepTime", Duration.ofSeconds(3)))
                        .until(duration("p99", Duration.ofMillis(500)), settings.real("errorRate", 0.01, 0, 0.99))
                        .sending(request()))
                .rounds(1);
    }
}
