package dev.versus.verdict;

import dev.versus.PublicApi;
import dev.versus.measurement.Round;
import java.util.List;
import java.util.Optional;

/**
 * One side of what is claimed: all requests to a target, or those to one endpoint of a target whose workload mixes several.
 *
 * @param target the target's name
 * @param endpoint the endpoint as records name it, {@code GET /api/products}; empty for all requests
 */
@PublicApi
public record Side(String target, Optional<String> endpoint) implements Named {

    /** Returns the side of all requests to a target. */
    static Side of(String target) {
        return new Side(target, Optional.empty());
    }

    /** Returns its name in reports: {@code shop}, {@code shop GET /api/products}. */
    @Override
    public String name() {
        return endpoint.map(one -> target + " " + one).orElse(target);
    }

    @Override
    public Side side() {
        return this;
    }

    /** Returns the rounds of this side, under its name; a round that tells nothing of the endpoint is left out. */
    public List<Round> among(List<Round> rounds) {
        return rounds.stream()
                .filter(round -> round.target().equals(target))
                .flatMap(round -> own(round).stream())
                .toList();
    }

    private Optional<Round> own(Round round) {
        return endpoint.isEmpty()
                ? Optional.of(round)
                : endpoint.flatMap(round.measurement()::ofEndpoint)
                        .map(own -> new Round(
                                name(),
                                round.number(),
                                round.turn(),
                                round.started(),
                                round.repetitions(),
                                own,
                                List.of(),
                                Optional.empty()));
    }

    @Override
    public String toString() {
        return name();
    }
}
