package dev.versus.workload;

import dev.versus.PublicApi;

/**
 * A rate of events.
 *
 * @param perSecond events a second, above 0 and up to 1,000,000
 */
@PublicApi
public record Rate(double perSecond) {

    public Rate {
        WorkloadLimits.require(
                perSecond > 0 && perSecond <= 1_000_000, "a rate lies above 0 and up to 1,000,000/s, not", perSecond);
    }

    /** Returns the rate of this many events a second, above 0 and up to 1,000,000. */
    public static Rate perSecond(double events) {
        return new Rate(events);
    }

    double nanosBetween() {
        return 1e9 / perSecond;
    }

    @Override
    public String toString() {
        return perSecond == Math.rint(perSecond) ? "%.0f/s".formatted(perSecond) : perSecond + "/s";
    }
}
