package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.Side;
import dev.versus.verdict.Subject;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.sweep.Sweep;
import dev.versus.workload.MixedRequests;
import dev.versus.workload.Stress;
import dev.versus.workload.Task;
import dev.versus.workload.Workload;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The questions that the report of a comparison answers.
 *
 * @param claims the claims, each answered by a verdict
 * @param published the published figures, shown beside the measured ones
 * @param ladders the differences to explain, answered by the share of each step
 * @param recommendations the recommendations, given or withheld by the verdicts of their claims
 * @param sweeps the sweeps, answered by where their series cross and where each levels off
 */
record Questions(
        List<Claim> claims,
        List<Publication> published,
        List<Ladder> ladders,
        List<Recommendation> recommendations,
        List<Sweep> sweeps) {

    Questions {
        claims = List.copyOf(claims);
        published = List.copyOf(published);
        ladders = List.copyOf(ladders);
        recommendations = List.copyOf(recommendations);
        sweeps = List.copyOf(sweeps);
    }

    /** Returns the questions that need none of these targets, and of sweeps what is left without them. */
    Questions without(Set<String> targets) {
        List<Claim> left = claims.stream()
                .filter(claim ->
                        Collections.disjoint(claim.statement().subject().targets(), targets))
                .toList();
        List<String> texts = left.stream().map(Claim::text).toList();
        return new Questions(
                left,
                published.stream()
                        .filter(one ->
                                one.subjects().allMatch(subject -> Collections.disjoint(subject.targets(), targets)))
                        .toList(),
                ladders.stream()
                        .filter(ladder -> Collections.disjoint(ladder.targets(), targets))
                        .toList(),
                recommendations.stream()
                        .filter(advice -> texts.containsAll(advice.claims()))
                        .toList(),
                sweeps.stream()
                        .flatMap(sweep -> sweep.without(targets).stream())
                        .toList());
    }

    /**
     * Checks that each endpoint that is asked for is one of several that its target's workload sends to.
     *
     * @throws InvalidInput if one is not
     */
    void requireEndpoints(Map<String, Workload> workloads) {
        Stream.concat(
                        claims.stream().map(claim -> claim.statement().subject()),
                        Stream.concat(published.stream().flatMap(Publication::subjects), swept()))
                .flatMap(subject -> subject.sides().stream())
                .forEach(side -> side.endpoint().ifPresent(endpoint -> requireEndpoint(side, endpoint, workloads)));
    }

    private Stream<Subject> swept() {
        return sweeps.stream()
                .flatMap(sweep -> sweep.series().stream())
                .flatMap(series -> series.points().stream())
                .map(Sweep.Point::subject);
    }

    private static void requireEndpoint(Side side, String endpoint, Map<String, Workload> workloads) {
        Workload workload = workloads.get(side.target());
        List<String> mixed = workload == null
                ? List.of()
                : Task.endpoints(workload.tasks()).stream().distinct().toList();
        if (workload instanceof MixedRequests staircase && staircase.pacing() instanceof Stress) {
            throw new InvalidInput("'" + side + "' is asked for, but " + side.target() + " climbs a staircase until its"
                    + " requests fail, and steps have no figures by endpoint: give it another workload, or ask for"
                    + " the target itself.");
        }
        if (mixed.size() == 1) {
            throw new InvalidInput("'" + side + "' is asked for, but every request to " + side.target() + " is "
                    + mixed.get(0) + ": ask for the target itself.");
        }
        if (!mixed.contains(endpoint)) {
            throw new InvalidInput("'" + side + "' is asked for, but the workload of " + side.target()
                    + " does not send it; it sends " + String.join(", ", mixed) + ".");
        }
    }

    /**
     * Returns the ratios of whole targets that claims are about, without those of the control; where there is none, the first two targets'
     * throughput.
     */
    List<Subject.Ratio> ratios(List<String> targets) {
        List<Subject.Ratio> claimed = claims.stream()
                .filter(claim -> !Control.isControl(claim))
                .map(claim -> claim.statement().subject())
                .filter(Subject.Ratio.class::isInstance)
                .map(Subject.Ratio.class::cast)
                .filter(ratio ->
                        ratio.endpoint().isEmpty() && ratio.baselineEndpoint().isEmpty())
                .distinct()
                .toList();
        return claimed.isEmpty() && targets.size() > 1
                ? List.of(new Subject.Ratio(Figure.THROUGHPUT, targets.get(1), targets.get(0)))
                : claimed;
    }

    /** Returns the words of all gates, first the one that every comparison has. */
    List<String> gates() {
        return Stream.concat(
                        Stream.of(Claim.COMPLETE),
                        claims.stream().filter(Claim::gate).map(Claim::text))
                .toList();
    }
}
