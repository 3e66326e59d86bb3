package dev.versus.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final EntryPoint A = new EntryPoint("a", new EntryPoint.Address(URI.create("http://a")));
    private static final Statement QUICK = Subject.of(Figure.THROUGHPUT, A).isAtLeast(1);

    private static List<String> gatesAmong(Claim... claims) {
        return new Questions(List.of(claims), List.of(), List.of(), List.of()).gates();
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
}
