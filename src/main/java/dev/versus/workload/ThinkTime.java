package dev.versus.workload;

import dev.versus.Durations;
import dev.versus.PublicApi;
import java.time.Duration;

/** The range, up to 24 h, from which a user's pause between two requests is drawn, uniformly. */
@PublicApi
public record ThinkTime(Duration least, Duration most) {

    public ThinkTime {
        WorkloadLimits.require(!least.isNegative(), "a think time is not negative, but found", Durations.text(least));
        WorkloadLimits.require(
                least.compareTo(most) <= 0,
                "a think time's range runs from the shorter to the longer time, not",
                Durations.text(least) + " to " + Durations.text(most));
        WorkloadLimits.require(
                most.compareTo(WorkloadLimits.LONGEST) <= 0, "a think time is at most 24 h, not", Durations.text(most));
    }

    /** Returns the range between these times. */
    public static ThinkTime between(Duration least, Duration most) {
        return new ThinkTime(least, most);
    }

    /** Returns the mean of the range: Z in Little's law. */
    public Duration mean() {
        return least.plus(most).dividedBy(2);
    }
}
