package dev.versus.environment;

import java.time.Duration;

/** Time that passes only when somebody waits. */
final class FakePace implements Ticker {

    long nanos;

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void pause(Duration duration) {
        nanos += duration.toNanos();
    }
}
