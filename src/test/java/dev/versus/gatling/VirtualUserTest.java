package dev.versus.gatling;

import static dev.versus.workload.ConstantRate.constantRate;
import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.workload.Rate;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VirtualUserTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Target TARGET = new Target("web", List.of(URI.create("http://one"), URI.create("http://two")));

    private final List<Runnable> waiting = new ArrayList<>();
    private final VirtualUser user = new VirtualUser(1, waiting::add);
    private final long start = System.nanoTime();

    private StretchAssignment assigned(Workload workload, Stretch.Part part) {
        Stretch stretch =
                new Stretch(TARGET, workload, workload.nextStep(List.of()).orElseThrow(), 1, part, 5);
        StretchAssignment assignment = StretchAssignment.of(stretch, 0, start, TIMEOUT);
        user.assign(assignment);
        return assignment;
    }

    private static Measurement seenBy(StretchAssignment assignment) {
        return assignment.recorder().measurement(Consumption.of(CpuTimes.none()));
    }

    @Test
    void waitsUntilItIsGivenAPart() {
        assertThat(user.nextStart(start)).isEqualTo(VirtualUser.WAIT);
        assertThat(user.hasTurn()).isTrue();
        user.await(() -> {});
        assertThat(waiting).hasSize(1);
    }

    @Test
    void waitsAgainWhenItsPartIsDone() {
        assigned(fixedRequests(1), Stretch.Part.ROUND);
        assertThat(user.nextStart(start)).isEqualTo(start);
        assertThat(user.nextStart(start)).isEqualTo(VirtualUser.WAIT);
    }

    @Test
    void leavesAtOnceWhenItIsDismissed() {
        user.assign(null);
        assertThat(user.nextStart(start)).isEqualTo(start);
        assertThat(user.hasTurn()).isFalse();
    }

    @Test
    void sendsToItsOwnReplicaUnderTheTargetsName() {
        assigned(fixedRequests(1).get("/a"), Stretch.Part.ROUND);
        user.starts(start, start);
        assertThat(user.call().url()).isEqualTo("http://two/a");
        assertThat(user.call().name()).isEqualTo("web");
    }

    @Test
    void warmingUpHasALineOfItsOwnInGatlingsReport() {
        assigned(fixedRequests(1), Stretch.Part.WARM_UP);
        assertThat(user.call().name()).isEqualTo("warm-up of web");
    }

    @Test
    void rehearsalsShareALineInGatlingsReportAndDressRehearsalsHaveThreeInTurns() {
        assigned(fixedRequests(1), Stretch.Part.REHEARSAL);
        assertThat(user.call().name()).isEqualTo("rehearsal of all targets");
        assigned(fixedRequests(1), Stretch.Part.DRESS_REHEARSAL);
        assertThat(user.call().name()).isEqualTo("dress rehearsal 2");
    }

    @Test
    void anAnswerIsRecordedOnce() {
        StretchAssignment assignment = assigned(fixedRequests(1), Stretch.Part.ROUND);
        user.starts(start, start);
        user.responded(200, 5);
        user.ended(System.nanoTime());
        assertThat(user.succeeded()).isTrue();
        assertThat(seenBy(assignment).requests()).isEqualTo(1);
        assertThat(seenBy(assignment).failures()).isEmpty();
    }

    @Test
    void aBodyOfAnotherLengthDoesNotSucceed() {
        assigned(fixedRequests(2), Stretch.Part.ROUND);
        for (int length : new int[] {5, 6}) {
            user.starts(start, start);
            user.responded(200, length);
            user.ended(System.nanoTime());
        }
        assertThat(user.succeeded()).isFalse();
    }

    @Test
    void noAnswerBeforeTheTimeoutIsAFailedConnectionAndAfterItATimeout() {
        StretchAssignment assignment = assigned(fixedRequests(2), Stretch.Part.ROUND);
        user.starts(start, start);
        user.ended(start + TIMEOUT.toNanos() - 1);
        user.starts(start, start);
        user.ended(start + TIMEOUT.toNanos());
        assertThat(seenBy(assignment).failures())
                .isEqualTo(Map.of(FailureKind.CONNECTION, 1L, FailureKind.TIMEOUT, 1L));
    }

    @Test
    void aResponseThatIsCutOffIsNoFailedConnection() {
        StretchAssignment assignment = assigned(fixedRequests(2), Stretch.Part.ROUND);
        user.starts(start, start);
        user.malformed();
        user.ended(start + 1);
        user.starts(start, start);
        user.ended(start + 1);
        assertThat(seenBy(assignment).failures())
                .isEqualTo(Map.of(FailureKind.MALFORMED, 1L, FailureKind.CONNECTION, 1L));
    }

    @Test
    void aConnectionThatFailsIsNoTimeoutHoweverLateItsRequestWasSent() {
        StretchAssignment assignment = assigned(constantRate(Rate.perSecond(1)), Stretch.Part.ROUND);
        long sent = start + 3 * TIMEOUT.toNanos();
        user.starts(start, sent);
        user.ended(sent + 1_000);
        assertThat(seenBy(assignment).failures()).isEqualTo(Map.of(FailureKind.CONNECTION, 1L));
    }

    @Test
    void comingToTheTurnstileWithoutARequestUnderWayRecordsNothing() {
        StretchAssignment assignment = assigned(fixedRequests(1), Stretch.Part.ROUND);
        user.ended(start);
        assertThat(seenBy(assignment).requests()).isZero();
    }

    @Test
    void anOpenWorkloadCountsLatencyFromTheTimeThatWasDue() {
        StretchAssignment open = assigned(constantRate(Rate.perSecond(1)), Stretch.Part.ROUND);
        user.starts(start - 300_000_000, start);
        user.responded(200, 5);
        assertThat(seenBy(open).latencies().minMillis()).isGreaterThan(299);
    }

    @Test
    void hasNoCallWithoutAPart() {
        assertThatIllegalStateException().isThrownBy(user::call).withMessage("virtual user 1 has no turn");
    }
}
