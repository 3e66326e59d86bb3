package dev.versus.services.shop.product;

import dev.versus.services.shop.common.Settings;

/**
 * Plants a known slowdown: computes for nothing, so many steps for each list of products. Steps and not a time, because they stay the same
 * share of a request's CPU time when the CPU becomes slower or faster.
 */
final class ExtraWork {

    private final int steps;
    private long state = 1;

    private ExtraWork(int steps) {
        this.steps = steps;
    }

    /** Reads the number of steps from {@code EXTRA_WORK} (default: none). */
    static ExtraWork of(Settings settings) {
        return new ExtraWork(settings.value("EXTRA_WORK").isPresent() ? settings.count("EXTRA_WORK", 1) : 0);
    }

    /** Computes all steps, each from the one before. */
    void run() {
        long x = state;
        for (int step = 0; step < steps; step++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        // Kept, for a compiler leaves out work that nobody sees.
        state = x;
    }
}
