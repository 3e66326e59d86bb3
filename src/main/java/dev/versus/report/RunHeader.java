package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.Secrets;
import dev.versus.measurement.Machine;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that is known of a run before it starts, and needed to understand or repeat it: the first line of {@code rounds.jsonl}. Secrets
 * in it are masked.
 *
 * @param format the version of the files' format
 * @param run the run's name
 * @param simulation the class that describes it
 * @param started when it started
 * @param seed of the order of turns and all else that is random
 * @param rounds how many rounds are planned
 * @param settings what was set by {@code -Dversus.…}, without the prefix, as {@link RecordedSettings} keeps it
 * @param machine where it runs
 * @param launchSeconds how long the deployments took until they were healthy
 * @param cpus which CPUs generator and services have, or that they share them
 * @param targets what is compared
 * @param claims what is to be answered, in the author's order
 * @param published what somebody published, to stand beside what is measured
 * @param ladders what is to be explained
 * @param recommendations what to advise if claims are confirmed
 */
public record RunHeader(
        int format,
        String run,
        String simulation,
        Instant started,
        long seed,
        int rounds,
        Map<String, String> settings,
        Machine machine,
        double launchSeconds,
        String cpus,
        List<TargetFacts> targets,
        List<Claim> claims,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Publication> published,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ladder> ladders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Recommendation> recommendations) {

    /** The version that this code writes. */
    public static final int FORMAT = 1;

    /** Runs of earlier versions have nothing published beside them, explain nothing and recommend nothing. */
    public RunHeader {
        settings = RecordedSettings.of(settings);
        targets = List.copyOf(targets);
        claims = List.copyOf(claims);
        published = List.copyOf(Objects.requireNonNullElse(published, List.of()));
        ladders = List.copyOf(Objects.requireNonNullElse(ladders, List.of()));
        recommendations = List.copyOf(Objects.requireNonNullElse(recommendations, List.of()));
    }

    /**
     * A target, for the record.
     *
     * @param name its short name
     * @param place the service, system, variant and environment behind it, in words
     * @param addresses the addresses of its replicas
     * @param workload its workload, in words
     */
    public record TargetFacts(String name, String place, List<URI> addresses, String workload) {
        public TargetFacts {
            place = Secrets.masked(place);
            workload = Secrets.masked(workload);
            addresses = List.copyOf(addresses);
        }
    }
}
