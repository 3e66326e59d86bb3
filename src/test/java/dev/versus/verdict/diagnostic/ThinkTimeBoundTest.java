package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Subject;
import dev.versus.workload.Users;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ThinkTimeBoundTest {

    private final ThinkTimeBound thinkTimeBound = new ThinkTimeBound();

    @Test
    void invalidatesThroughputAlone() {
        List<Finding> findings = thinkTimeBound.examine(
                thinking(Duration.ofSeconds(1), Duration.ofSeconds(3)).evidence());
        assertThat(findings).invalidate("a").because("99.4 %");
        Finding finding = findings.get(0);
        Assertions.assertThat(finding.concerns(new Subject.Value(Figure.THROUGHPUT, "a")))
                .isTrue();
        Assertions.assertThat(finding.concerns(new Subject.Ratio(Figure.THROUGHPUT, "b", "a")))
                .isTrue();
        Assertions.assertThat(finding.concerns(new Subject.Value(Figure.MEAN, "a")))
                .isFalse();
        Assertions.assertThat(finding.concerns(new Subject.Value(Figure.THROUGHPUT, "b")))
                .isFalse();
    }

    @Test
    void isSilentWhenUsersMostlyWait() {
        assertThat(thinkTimeBound.examine(
                        thinking(Duration.ZERO, Duration.ofMillis(10)).evidence()))
                .areNone();
    }

    @Test
    void isSilentAtTheThresholdItself() {
        Duration fourTimesTheLatency = Duration.ofMillis(52);
        assertThat(thinkTimeBound.examine(
                        thinking(fourTimesTheLatency, fourTimesTheLatency).evidence()))
                .areNone();
    }

    @Test
    void isSilentWhereNobodyThinks() {
        assertThat(thinkTimeBound.examine(Sample.ofHealthy("a").evidence())).areNone();
    }

    private static Sample thinking(Duration least, Duration most) {
        Users users = Users.users(50).thinking(least, most);
        return new Sample().target("a", users, round -> Seen.answering(60, 1_500, 13_000));
    }
}
