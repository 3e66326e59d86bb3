package dev.versus.simulations;

import static dev.versus.workload.Stress.stress;

import java.time.Duration;

/**
 * How much can any target carry? A staircase of concurrency from {@code versus.from} (1) to {@code versus.to} (512), each step
 * {@code versus.factor} (2) times the one before for {@code versus.stepTime} (3s), until p99 exceeds {@code versus.p99} (500ms)
 * or the error rate exceeds {@code versus.errorRate} (0.01). One round unless {@code versus.rounds} says otherwise.
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
