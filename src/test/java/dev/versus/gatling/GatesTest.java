package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Statement;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final EntryPoint A = new EntryPoint("a", new EntryPoint.Address(URI.create("http://a")));
    private static final Statement QUICK = new Measured.Value(Figure.THROUGHPUT, A).isAtLeast(1);

    @Test
    void everyGateHasAnAssertionAndClaimsHaveNone() {
        List<Claim> claims = List.of(new Claim("a claim", QUICK, false), new Claim("a gate", QUICK, true));
        assertThat(new Gates(claims).assertions())
                .extracting(each -> each.asScala().path().toString())
                .satisfiesExactly(
                        first -> assertThat(first).contains("gate: every round ended"),
                        second -> assertThat(second).contains("gate: a gate"));
    }

    @Test
    void aComparisonWithoutGatesStillMustEnd() {
        assertThat(new Gates(List.of()).assertions()).hasSize(1);
    }
}
