package dev.versus.simulations;

import static dev.versus.SettingType.real;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.Users.users;

import dev.versus.Setting;
import dev.versus.workload.Task;
import java.time.Duration;

/** Loads any target with users who think, as Locust does; for one round unless {@code versus.rounds} is given. */
public final class LoadUsers extends Load {

    private static final String OF = "`LoadUsers`";

    private static final Setting<Integer> USERS = new Setting<>("users", OF, "50", "how many users", whole(1, 20_000));

    private static final Setting<Double> SPAWN_RATE =
            new Setting<>("spawnRate", OF, "10", "how many users arrive a second", real(0.01, 100_000));

    private static final Setting<Duration> THINK_LEAST =
            new Setting<>("thinkLeast", OF, "1s", "the shortest pause after a response", DURATION);

    private static final Setting<Duration> THINK_MOST =
            new Setting<>("thinkMost", OF, "3s", "the longest pause after a response", DURATION);

    private static final Setting<Duration> RUN_TIME =
            new Setting<>("runTime", OF, "1m", "how long a round lasts", DURATION);

    {
        gated(spoken(users(settings.get(USERS))
                        .during(settings.get(RUN_TIME))
                        .spawnRate(settings.get(SPAWN_RATE))
                        .thinking(settings.get(THINK_LEAST), settings.get(THINK_MOST))
                        .doing(tasks().toArray(Task[]::new))))
                .rounds(1);
    }
}
