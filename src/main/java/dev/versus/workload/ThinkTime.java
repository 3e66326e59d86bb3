package dev.versus.workload;

import dev.versus.Durations;
import java.time.Duration;

/** The range from which a user's pause between two requests is drawn, uniformly. */
public record ThinkTime(Duration least, Duration most) {

    public static final ThinkTime NONE = new ThinkTime(Duration.ZERO, Duration.ZERO);

    public ThinkTime {
        Limits.require(!least.isNegative(), "a think time is not negative, as", Durations.text(least));
        Limits.require(
                least.compareTo(most) <= 0,
                "a think time's range ends before it starts:",
                Durations.text(least) + " to " + Durations.text(most));
        Limits.require(most.compareTo(Limits.LONGEST) <= 0, "a think time is at most 24 h, not", Durations.text(most));
    }

    public static ThinkTime between(Duration least, Duration most) {
        return new ThinkTime(least, most);
    }

    /** The mean of the range: Z in Little's law. */
    public Duration mean() {
        return least.plus(most).dividedBy(2);
    }
}
