package dev.versus.run;

import dev.versus.comparison.Comparison;
import java.time.Duration;
import java.util.Optional;

/**
 * The facts that a load generator must know before it starts.
 *
 * @param virtualUsers how many virtual users it needs: as many as the workload with most of them has
 * @param requestTimeout when a request counts as timed out
 * @param trust the servers that are believed at targets of {@code https://}; empty if there is no such target
 * @param http2 whether any workload is sent over HTTP/2
 */
public record GeneratorSetup(int virtualUsers, Duration requestTimeout, Optional<Trust> trust, boolean http2) {

    static GeneratorSetup of(Comparison comparison, RunOptions options) {
        return new GeneratorSetup(
                comparison.virtualUsers(),
                options.requestTimeout(),
                Optional.of(options.trust()).filter(one -> comparison.usesTls()),
                comparison.usesHttp2());
    }
}
