package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedRequestsTest {

    private static final Task CHEAP = new Task(3, Request.get("/cheap"));
    private static final Task DEAR = new Task(1, Request.postJson("/dear", "{}"));

    @Test
    void is_paced_as_the_workload_that_it_was_made_of() {
        FixedRequests fixed = FixedRequests.fixedRequests(100).concurrency(5).withoutKeepAlive();
        MixedRequests mixed = fixed.doing(CHEAP, DEAR);
        assertThat(mixed.tasks()).containsExactly(CHEAP, DEAR);
        assertThat(mixed.virtualUsers()).isEqualTo(5);
        assertThat(mixed.requests()).contains(100L);
        assertThat(mixed.keepAlive()).isFalse();
        assertThat(mixed.expectsEqualLengths()).isFalse();
        assertThat(mixed.whileWarming()).isEqualTo(mixed);
        assertThat(mixed)
                .returns(
                        "100 × a mix of (3 GET /cheap, 1 POST /dear) at concurrency 5, a connection each",
                        Workload::describe);
    }

    @Test
    void keeps_the_briefer_warm_up_and_the_timetable() {
        FixedRequests brief = FixedRequests.fixedRequests(1);
        assertThat(FixedRequests.fixedRequests(100)
                        .warmedUpBy(brief)
                        .doing(CHEAP)
                        .whileWarming())
                .isEqualTo(brief);
        Workload paced = ConstantRate.constantRate(Rate.perSecond(10)).doing(CHEAP, DEAR);
        assertThat(paced.isPaced()).isTrue();
        assertThat(paced.lasting()).contains(Duration.ofSeconds(10));
        assertThat(paced.longestPause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void leaves_no_property_of_a_workload_to_its_default() {
        List<String> own = Arrays.stream(MixedRequests.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        assertThat(Arrays.stream(Workload.class.getMethods()).filter(Method::isDefault))
                .hasSizeGreaterThan(5)
                .allSatisfy(property -> assertThat(own).contains(property.getName()));
    }

    @Test
    void needs_a_task() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedRequests.fixedRequests(1).doing())
                .withMessage("a workload has at least one task, not []");
    }
}
