package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.FailureKind;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TooFewRequestsTest {

    private static final Metric P99 = Metric.named("p99");

    private final TooFewRequests tooFewRequests = new TooFewRequests();

    @Test
    void namesHowManyRequestsATargetsOwnPercentileNeeds() {
        assertThat(tooFewRequests.examine(claiming(299, new Subject.Value(P99, "a"))))
                .warnOf("a")
                .because("p99 of a needs 3,000 requests over all rounds, and 2,990 were answered");
        assertThat(tooFewRequests.examine(claiming(300, new Subject.Value(P99, "a"))))
                .areNone();
    }

    @Test
    void needsThemInEachRoundForAComparison() {
        assertThat(tooFewRequests.examine(claiming(2_999, new Subject.Ratio(P99, "a", "b"))))
                .warnOf("a", "b")
                .because("3,000 requests in each round, and 2,999 were answered");
        assertThat(tooFewRequests.examine(claiming(3_000, new Subject.Ratio(P99, "a", "b"))))
                .areNone();
    }

    @Test
    void looksForFailuresWhereEnoughWereSent() {
        Claim claim = new Claim("quick", new Statement(new Subject.Value(P99, "a"), new IsAtMost(250)), true);
        Evidence evidence = new Sample()
                .target("a", round -> Seen.answering(1, 10, 5_000).failing(FailureKind.STATUS, 500))
                .evidence();
        List<Finding> findings = tooFewRequests.examine(Sample.with(evidence, List.of(claim)));
        assertThat(findings).warnOf("a").because("3,000 requests over all rounds, and 100 were answered");
        Assertions.assertThat(findings.get(0).nextStep()).startsWith("find out why requests to a fail");
    }

    @Test
    void isSilentAboutOtherMetricsAndTargetsThatNeverRan() {
        assertThat(tooFewRequests.examine(claiming(10, new Subject.Value(Figure.THROUGHPUT, "a"))))
                .areNone();
        assertThat(tooFewRequests.examine(claiming(10, new Subject.Value(P99, "absent"))))
                .areNone();
    }

    private static Evidence claiming(long requestsARound, Subject subject) {
        Claim claim = new Claim("quick", new Statement(subject, new IsAtMost(250)), true);
        return Sample.with(
                new Sample()
                        .target("a", round -> Seen.answering(1, requestsARound, 5_000))
                        .target("b", round -> Seen.answering(1, requestsARound, 5_000))
                        .evidence(),
                List.of(claim, claim));
    }
}
