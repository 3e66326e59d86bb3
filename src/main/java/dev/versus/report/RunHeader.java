package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.Secrets;
import dev.versus.SourceCommit;
import dev.versus.comparison.Plan;
import dev.versus.measurement.Machine;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.sweep.Sweep;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The header of a run, the first line of {@code rounds.jsonl}: the facts that are known before the run starts and that are needed to
 * understand or repeat it. Secrets are masked.
 *
 * @param format the version of the files' format
 * @param run the run's name
 * @param simulation the class name of the simulation
 * @param started when the run started
 * @param seed the seed of the order of turns and of everything else that is random
 * @param rounds the largest number of rounds planned; 0 until the rounds are planned, where a time decides
 * @param plan the plan of rounds; empty until they are planned, and in records of format 1
 * @param settings the settings given by {@code -Dversus.…}, without the prefix, as {@link RecordedSettings} prepares them
 * @param machine the machine of the run
 * @param launchSeconds the time until the deployments were healthy, in s
 * @param cpus the CPUs of generator and services, or "shared"
 * @param targets the compared targets
 * @param claims the claims, in the author's order
 * @param published publications whose figures reports show beside the measured ones
 * @param ladders the differences to explain
 * @param recommendations the recommendations to decide
 * @param sweeps the sweeps to show
 */
public record RunHeader(
        int format,
        String run,
        String simulation,
        Instant started,
        long seed,
        int rounds,
        Optional<Plan> plan,
        Map<String, String> settings,
        Machine machine,
        double launchSeconds,
        String cpus,
        List<TargetFacts> targets,
        List<Claim> claims,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Publication> published,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ladder> ladders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Recommendation> recommendations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Sweep> sweeps) {

    /** The format version that this code writes. It reads format 1 too, whose looks followed another rule and stood nowhere. */
    public static final int FORMAT = 2;

    /** Accepts records of earlier versions, which lack {@code plan} and some of the lists of questions. */
    public RunHeader {
        plan = Objects.requireNonNullElse(plan, Optional.empty());
        settings = RecordedSettings.of(settings);
        targets = List.copyOf(targets);
        claims = List.copyOf(claims);
        published = List.copyOf(Objects.requireNonNullElse(published, List.of()));
        ladders = List.copyOf(Objects.requireNonNullElse(ladders, List.of()));
        recommendations = List.copyOf(Objects.requireNonNullElse(recommendations, List.of()));
        sweeps = List.copyOf(Objects.requireNonNullElse(sweeps, List.of()));
    }

    /** Tells whether undecided gates fail the build too: {@code -Dversus.strict}. */
    boolean isStrict() {
        String strict = settings.getOrDefault("strict", "false").strip();
        return strict.isEmpty() || strict.equals("true");
    }

    /** Returns the rule that ends the run: as planned, or for records of format 1 as it was then. */
    StoppingRule rule() {
        return plan.map(Plan::rule).orElseGet(() -> StoppingRule.ofFormat1(rounds));
    }

    /** Returns a copy with the plan of rounds. */
    RunHeader planned(Plan made) {
        return new RunHeader(
                format,
                run,
                simulation,
                started,
                seed,
                made.rounds(),
                Optional.of(made),
                settings,
                machine,
                launchSeconds,
                cpus,
                targets,
                claims,
                published,
                ladders,
                recommendations,
                sweeps);
    }

    /**
     * The recorded facts of a target.
     *
     * @param name the target's short name
     * @param place the service, system, variant and environment, in words
     * @param addresses the addresses of the replicas
     * @param workload the workload, in words
     * @param sources the commit of the system's sources, known only where revisions are compared; {@code place} names it too
     */
    public record TargetFacts(
            String name, String place, List<URI> addresses, String workload, Optional<SourceCommit> sources) {

        /** Accepts records of earlier versions, which lack {@code sources}. */
        public TargetFacts {
            sources = Objects.requireNonNullElse(sources, Optional.empty());
            place = Secrets.masked(place);
            workload = Secrets.masked(workload);
            addresses = List.copyOf(addresses);
        }
    }
}
