package dev.versus.simulations;

import static dev.versus.workload.Users.users;

import dev.versus.workload.Task;
import java.time.Duration;

/**
 * Loads any target with users who think, as Locust does. Settings: {@code versus.users} (50), {@code versus.spawnRate} (10/s), {@code
 * versus.thinkLeast} (1s), {@code versus.thinkMost} (3s), {@code versus.runTime} (1m) a round, {@code versus.rounds} (1), and those of
 * {@link Load}.
 */
public final class LoadUsers extends Load {
    {
        var target = target();
        compare(target)
                .under(users(settings.number("users", 50, 1, 20_000))
                        .during(duration("runTime", Duration.ofMinutes(1)))
                        .spawnRate(settings.real("spawnRate", 10, 0.01, 100_000))
                        .thinking(
                                duration("thinkLeast", Duration.ofSeconds(1)),
                                duration("thinkMost", Duration.ofSeconds(3)))
                        .doing(new Task(1, request())))
                .rounds(1)
                .gate("no request fails", noFailure(target));
    }
}
