package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.verdict.Figure;
import dev.versus.verdict.Subject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CoarseClockTest {

    private static final Duration FINE = Duration.ofNanos(30);

    @Test
    void invalidatesLatenciesOfAFewMicroseconds() {
        var findings = new CoarseClock().examine(Sample.with(withMedian(9), FINE));
        assertThat(findings).invalidate("a").because("9.0 µs");
        Assertions.assertThat(findings.get(0).concerns(new Subject.Value(Figure.MEAN, "a")))
                .isTrue();
        Assertions.assertThat(findings.get(0).concerns(new Subject.Value(Figure.THROUGHPUT, "a")))
                .isFalse();
    }

    @Test
    void isSilentFromTenTicksOn() {
        assertThat(new CoarseClock().examine(Sample.with(withMedian(10), FINE))).areNone();
    }

    @Test
    void goesByTheClockWhereThatIsCoarser() {
        assertThat(new CoarseClock().examine(Sample.with(withMedian(5_000), Duration.ofMillis(1))))
                .invalidate("a");
        assertThat(new CoarseClock().examine(Sample.with(withMedian(20_000), Duration.ofMillis(1))))
                .areNone();
    }

    @Test
    void findsTheSmallestStepOfAClock() {
        AtomicLong reading = new AtomicLong();
        Assertions.assertThat(CoarseClock.tickOf(() -> reading.incrementAndGet() / 4 * 100))
                .isEqualTo(Duration.ofNanos(100));
        Assertions.assertThat(CoarseClock.tickOf(() -> 7)).isZero();
    }

    private static Evidence withMedian(long micros) {
        return new Sample()
                .target("a", round -> Seen.answering(1, 1_000, micros))
                .evidence();
    }
}
