package dev.versus.report;

import dev.versus.verdict.Figure;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.attribution.Ladder;
import java.util.List;

/** What {@link SampleRun} explains and recommends. */
final class SampleAdvice {

    static final List<Recommendation> RECOMMENDATIONS = List.of(
            new Recommendation("use the address of the container", List.of("a container's address costs little")));

    private SampleAdvice() {}

    static Ladder ladder() {
        return new Ladder(
                Figure.THROUGHPUT,
                "namespaces",
                List.of(
                        new Ladder.Step("docker-address", "a container"),
                        new Ladder.Step("docker-published", "a published port")));
    }
}
