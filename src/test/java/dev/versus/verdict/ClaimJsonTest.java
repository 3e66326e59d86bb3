package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.versus.measurement.Json;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Percentile;
import dev.versus.statistics.Scale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimJsonTest {

    private static final Metric P999 = new LatencyPercentile(new Percentile(99.9));

    static Stream<Statement> statements() {
        return Stream.of(
                new Statement(new Subject.Value(Figure.FAILURES, "a"), new IsAtMost(0)),
                new Statement(new Subject.Value(P999, "a"), new IsAbout(20, Margin.relative(0.15))),
                new Statement(new Subject.Ratio(Figure.THROUGHPUT, "a", "b"), new IsAtLeast(0.9)),
                new Statement(new Subject.Ratio(P999, "a", "b"), new IsEquivalent(Margin.relative(0.05))),
                new Statement(
                        new Subject.Difference(Figure.MEAN, "a", "b"),
                        new IsEquivalent(new Margin(Scale.DIFFERENCE, 2))));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aClaimReadsBackAsItWasWritten(Statement statement) throws JsonProcessingException {
        Claim claim = new Claim("„schnell\" & groß", statement, true);
        String json = Json.lines().writeValueAsString(claim);
        assertThat(Json.lines().readValue(json, Claim.class)).isEqualTo(claim);
    }

    @Test
    void aClaimIsWrittenInWordsThatOtherProgramsCanRead() throws JsonProcessingException {
        Statement statement = new Statement(new Subject.Ratio(P999, "b", "a"), new IsEquivalent(Margin.relative(0.05)));
        assertThat(Json.lines().writeValueAsString(new Claim("alike", statement, false)))
                .isEqualTo("{\"text\":\"alike\",\"statement\":{\"subject\":{\"kind\":\"ratio\",\"metric\":\"p99.9\","
                        + "\"target\":\"b\",\"baseline\":\"a\"},\"expectation\":{\"kind\":\"is-equivalent\","
                        + "\"margin\":{\"scale\":\"RATIO\",\"size\":0.05}}},\"gate\":false}");
    }

    @Test
    void aStatementReadsAsASentence() {
        Statement statement = new Statement(new Subject.Ratio(Figure.THROUGHPUT, "b", "a"), new IsAtLeast(0.9));
        assertThat(statement.describe()).isEqualTo("throughput of b relative to a is at least 0.9");
    }
}
