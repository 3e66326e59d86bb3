package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.NoiseFloor;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.Statement;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A comparison as its author writes it down, before anything runs. */
public final class ComparisonDraft {

    private final Map<String, EntryPoint> targets = new LinkedHashMap<>();
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private final List<Ladder> ladders = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private int rounds = RunOptions.ROUNDS.usualValue();
    private Duration requestTimeout = RunOptions.REQUEST_TIMEOUT.usualValue();
    private boolean splitCpus = RunOptions.CPUS.usualValue();

    ComparisonDraft(List<EntryPoint> compared) {
        for (EntryPoint target : compared) {
            if (targets.put(target.name(), target) != null) {
                throw new InvalidInput("Two targets are named '" + target.name()
                        + "': give each a name of its own, for reports tell them apart by it.");
            }
        }
        if (targets.isEmpty()) {
            throw new InvalidInput("A comparison needs a target: compare(…) was given none.");
        }
    }

    /** Every target gets this workload. */
    public ComparisonDraft under(Workload workload) {
        targets.keySet().forEach(target -> workloads.put(target, workload));
        return this;
    }

    /** One target gets a workload of its own. */
    public ComparisonDraft under(Workload workload, EntryPoint target) {
        requireTarget(target.name());
        workloads.put(target.name(), workload);
        return this;
    }

    /**
     * How many rounds each target has at most: 10 unless said otherwise, 6 at least for a claim to be decided, 30 at most. A run of
     * more than 10 ends after 10 or 20 if its claims are decided by then.
     */
    public ComparisonDraft rounds(int number) {
        if (number < 1 || number > StoppingRule.MOST) {
            throw new InvalidInput("A comparison has 1 to " + StoppingRule.MOST + " rounds, not " + number + ".");
        }
        rounds = number;
        return this;
    }

    /** When a request counts as timed out, unless {@code -Dversus.requestTimeout} says otherwise: 30 s if it is not said. */
    public ComparisonDraft requestTimeout(Duration after) {
        requestTimeout = after;
        return this;
    }

    /**
     * Generator and services share all CPUs, unless {@code -Dversus.cpus} says otherwise: where requests mostly wait and the generator
     * has little to do, half of the CPUs would be the narrowest place.
     */
    public ComparisonDraft onSharedCpus() {
        splitCpus = false;
        return this;
    }

    /** A statement to be answered with a verdict. */
    public ComparisonDraft claim(String text, Statement statement) {
        return add(new Claim(text, statement, false));
    }

    /** A claim that fails the build when it is refuted. */
    public ComparisonDraft gate(String text, Statement statement) {
        return add(new Claim(text, statement, true));
    }

    /** What somebody published, to be shown beside what is measured. */
    public ComparisonDraft published(Publication publication) {
        publication.subjects().flatMap(subject -> subject.targets().stream()).forEach(this::requireTarget);
        if (published.stream().anyMatch(other -> other.title().equals(publication.title()))) {
            throw new InvalidInput(
                    "Two publications are called '" + publication.title() + "': put their tables into one.");
        }
        published.add(publication);
        return this;
    }

    /**
     * What causes a metric's difference between a first target and the last one, where each step on the way changes one thing: the
     * report tells how much of the difference each step carries, and which one carries it.
     *
     * <pre>{@code
     * .explain(throughput(namespaces), address.bringing("a container"), published.bringing("a published port"))
     * }</pre>
     */
    public ComparisonDraft explain(Measured.Value first, Ladder.Step... steps) {
        Ladder ladder = new Ladder(first.metric(), first.target().name(), List.of(steps));
        ladder.targets().forEach(this::requireTarget);
        ladders.add(ladder);
        return this;
    }

    private ComparisonDraft add(Claim claim) {
        claim.statement().subject().targets().forEach(this::requireTarget);
        Stream<String> taken =
                Stream.concat(Stream.of(Gates.COMPLETE), claims.stream().map(Claim::text));
        if (taken.anyMatch(claim.text()::equals)) {
            throw new InvalidInput("Two claims say '" + claim.text() + "': give each words of its own.");
        }
        claims.add(claim);
        return this;
    }

    /**
     * What to advise if these claims, told by their words, are all confirmed; the report withholds it if one of them is refuted, and
     * leaves it open otherwise.
     */
    public ComparisonDraft recommend(String advice, String... ifConfirmed) {
        for (String claim : ifConfirmed) {
            if (claims.stream().map(Claim::text).noneMatch(claim::equals)) {
                throw new InvalidInput("The recommendation '" + advice + "' rests on a claim '" + claim
                        + "', and there is none that says so: make that claim first.");
            }
        }
        recommendations.add(new Recommendation(advice, List.of(ifConfirmed)));
        return this;
    }

    /** Sets the first target against itself as well, under another name. */
    void addTwin() {
        EntryPoint first = targets().get(0);
        String name = NoiseFloor.twinOf(first.name());
        if (targets.containsKey(name)) {
            throw new InvalidInput("-Dversus.aa adds a target '" + name + "', and there is one: rename it.");
        }
        Workload workload = workloads().get(first.name());
        targets.put(name, new EntryPoint(name, first.place(), first.loading()));
        if (workload != null) {
            workloads.put(name, workload);
        }
        NoiseFloor.claims(first.name()).forEach(this::add);
    }

    private void requireTarget(String name) {
        if (!targets.containsKey(name)) {
            throw new InvalidInput("'" + name + "' is not a target of this comparison; it compares "
                    + String.join(", ", targets.keySet()) + ".");
        }
    }

    List<EntryPoint> targets() {
        return List.copyOf(targets.values());
    }

    Map<String, Workload> workloads() {
        if (workloads.size() < targets.size()) {
            throw new InvalidInput("A comparison needs a workload for every target: say .under(fixedRequests(1000)…).");
        }
        return workloads;
    }

    Questions questions() {
        return new Questions(claims, published, ladders, recommendations);
    }

    int rounds() {
        return rounds;
    }

    boolean splitCpus() {
        return splitCpus;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }
}
