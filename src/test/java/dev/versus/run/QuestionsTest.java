package dev.versus.run;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Side;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.workload.Request;
import dev.versus.workload.Stress;
import dev.versus.workload.Task;
import dev.versus.workload.Workload;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final EntryPoint A = new EntryPoint("a", new EntryPoint.Address(URI.create("http://a")));
    private static final Statement QUICK = Subject.of(Figure.THROUGHPUT, A).isAtLeast(1);

    private static List<String> gatesAmong(Claim... claims) {
        return new Questions(List.of(claims), List.of(), List.of(), List.of(), List.of()).gates();
    }

    @Test
    void a_claim_that_guards_the_build_is_a_gate_and_another_is_none() {
        assertThat(gatesAmong(new Claim("a claim", QUICK, false), new Claim("a gate", QUICK, true)))
                .containsExactly("every round ended", "a gate");
    }

    @Test
    void a_comparison_without_gates_still_must_end() {
        assertThat(gatesAmong()).containsExactly("every round ended");
    }

    private static void require(Side side, Workload workload) {
        Claim claim = new Claim("", Subject.of(Figure.MEAN, side).isAtMost(1.0), false);
        new Questions(List.of(claim), List.of(), List.of(), List.of(), List.of())
                .requireEndpoints(Map.of("a", workload));
    }

    @Test
    void an_endpoint_is_one_of_those_that_the_workload_of_its_target_mixes() {
        Workload mixed = fixedRequests(10)
                .doing(new Task(1, Request.get("/one")), new Task(1, Request.post("/two?token=abc&x=1")));
        require(A.endpoint("/one"), mixed);
        require(A.endpoint("POST /two?token=abc&x=1"), mixed);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> require(A.endpoint("/two"), mixed))
                .withMessage("'a GET /two' is asked for, but the workload of a does not send it; it sends GET /one,"
                        + " POST /two?token=***&x=1.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> require(A.endpoint("/one"), fixedRequests(10).get("/one")))
                .withMessage(
                        "'a GET /one' is asked for, but every request to a is GET /one: ask for the target itself.");
    }

    @Test
    void a_staircase_has_no_endpoints() {
        Workload staircase = Stress.stress().doing(new Task(1, Request.get("/one")), new Task(1, Request.get("/two")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> require(A.endpoint("/one"), staircase))
                .withMessage(
                        "'a GET /one' is asked for, but a climbs a staircase until its requests fail, and steps have"
                                + " no figures by endpoint: give it another workload, or ask for the target itself.");
    }

    @Test
    void a_ratio_of_two_endpoints_compares_no_targets() {
        Subject.Ratio ratio = Subject.of(Figure.MEAN, A.endpoint("/one")).relativeTo(A.endpoint("/two"));
        Claim claim = new Claim("", ratio.isAtMost(1), true);
        Questions questions = new Questions(List.of(claim), List.of(), List.of(), List.of(), List.of());
        assertThat(questions.ratios(List.of("a"))).isEmpty();
        assertThat(Control.targetFor(List.of(claim))).isEmpty();
    }
}
