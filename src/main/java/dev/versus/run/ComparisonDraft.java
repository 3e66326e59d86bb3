package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.comparison.Budget;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Recommendation;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import dev.versus.verdict.attribution.Ladder;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.sweep.Sweep;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The builder of a comparison: collects targets, workloads and claims before anything runs. */
@PublicApi
public final class ComparisonDraft {

    private final ComparedTargets targets = new ComparedTargets();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private final List<Ladder> ladders = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Sweep> sweeps = new ArrayList<>();
    private Optional<Workload> workload = Optional.empty();
    private Budget budget = Budget.of(RunOptions.BUDGET.usualValue());
    private Duration requestTimeout = RunOptions.REQUEST_TIMEOUT.usualValue();
    private boolean splitCpus = RunOptions.CPUS.usualValue();

    /**
     * Begins a comparison of these targets.
     *
     * @throws InvalidInput if there are none, or two have one name
     */
    public ComparisonDraft(List<EntryPoint> compared) {
        compared.forEach(target -> add(target, "give each a name of its own, for reports tell them apart by it."));
        if (targets.isEmpty()) {
            throw new InvalidInput("A comparison needs a target: compare(…) was given none.");
        }
    }

    /** Sets the workload of every target that has none {@linkplain EntryPoint#under of its own}. */
    public ComparisonDraft under(Workload ofAll) {
        workload = Optional.of(ofAll);
        return this;
    }

    /**
     * Leaves out all targets but the chosen ones. Claims, publications, explanations and recommendations that need a target that is left
     * out are left out too; a sweep goes on without its points, as long as two are left of each of its series.
     *
     * @throws InvalidInput if no target is chosen
     */
    public ComparisonDraft only(Predicate<EntryPoint> chosen) {
        targets.only(chosen);
        if (targets.isEmpty()) {
            throw new InvalidInput("A comparison needs a target: only(…) chose none.");
        }
        return this;
    }

    /**
     * Sets how long all targets together are loaded while it counts: 1 s to 10 min, 30 s by default; {@code -Dversus.budget} overrides it.
     */
    public ComparisonDraft budget(Duration load) {
        budget = Budget.of(load);
        return this;
    }

    /**
     * Sets the most rounds, 1 to 200, in the place of a budget, each with one run of each workload. A claim needs 6 to be decided.
     *
     * @throws InvalidInput if the number is not 1 to 200
     */
    public ComparisonDraft rounds(int number) {
        budget = Budget.rounds(number);
        return this;
    }

    /** Sets the time after which a request counts as timed out, 30 s by default; {@code -Dversus.requestTimeout} overrides it. */
    public ComparisonDraft requestTimeout(Duration after) {
        requestTimeout = after;
        return this;
    }

    /**
     * Lets generator and services share all CPUs instead of half each; {@code -Dversus.cpus} overrides it. It suits systems whose requests
     * mostly wait: the generator then has little to do, and half of the CPUs would be the services' bottleneck.
     */
    public ComparisonDraft onSharedCpus() {
        splitCpus = false;
        return this;
    }

    /**
     * Adds a claim: a statement that is answered with a verdict.
     *
     * @param text the claim in words, unique in the comparison
     * @throws InvalidInput if another claim has the same text, or a target of the statement is not compared
     */
    public ComparisonDraft claim(String text, Statement statement) {
        return claims(new Claim(text, statement, false));
    }

    /** Adds a gate: a claim that fails the build when it is refuted. Otherwise as {@link #claim}. */
    public ComparisonDraft gate(String text, Statement statement) {
        return claims(new Claim(text, statement, true));
    }

    /** Adds claims and gates made before, so that a recommendation can name them. Otherwise as {@link #claim}. */
    public ComparisonDraft claims(Claim... made) {
        List.of(made).forEach(this::add);
        return this;
    }

    /** Adds a gate for each target that is compared: no request to it fails. */
    public ComparisonDraft gateFailures() {
        return gateFailures(targets());
    }

    /** Adds a gate for each of these targets. Otherwise as {@link #gateFailures()}. */
    public ComparisonDraft gateFailures(List<EntryPoint> ofTargets) {
        ofTargets.forEach(target -> gate(
                "no request to " + target.name() + " fails",
                Subject.of(Figure.FAILURES, target).isAtMost(0)));
        return this;
    }

    /**
     * Adds published figures, which the report shows beside the measured ones.
     *
     * @throws InvalidInput if another publication has the same title, or one of its targets is not compared
     */
    public ComparisonDraft published(Publication publication) {
        publication.subjects().map(Subject::targets).forEach(targets::require);
        if (published.stream().anyMatch(other -> other.title().equals(publication.title()))) {
            throw new InvalidInput(
                    "Two publications are called '" + publication.title() + "': put their tables into one.");
        }
        published.add(publication);
        return this;
    }

    /**
     * Explains a metric's difference between a first target and the last one by steps that change one thing each. The report tells the
     * share of the difference that each step carries, and which step carries it.
     *
     * <pre>{@code
     * .explain(throughput(namespaces), address.bringing("a container"), published.bringing("a published port"))
     * }</pre>
     */
    public ComparisonDraft explain(Subject.Value first, Ladder.Step... steps) {
        Ladder ladder = new Ladder(first.metric(), first.side().name(), List.of(steps));
        targets.require(ladder.targets());
        ladders.add(ladder);
        return this;
    }

    /**
     * Adds a sweep: the report shows its series in one chart, with the place where two of them cross and the knee of each, if asked for.
     *
     * @throws InvalidInput if the sweep has no series, another has the same title, or one of its targets is not compared
     */
    public ComparisonDraft sweep(Sweep sweep) {
        if (sweep.series().isEmpty()) {
            throw new InvalidInput("The sweep '" + sweep.title() + "' has no curve: add one by series(…).");
        }
        if (sweeps.stream().anyMatch(other -> other.title().equals(sweep.title()))) {
            throw new InvalidInput("Two sweeps are called '" + sweep.title() + "': give each a title of its own.");
        }
        targets.require(sweep.targets());
        sweeps.add(sweep);
        return this;
    }

    void add(EntryPoint target, String ifTwice) {
        targets.add(target, ifTwice);
    }

    private void add(Claim claim) {
        targets.require(claim.statement().subject().targets());
        Stream<String> taken =
                Stream.concat(Stream.of(Claim.COMPLETE), claims.stream().map(Claim::text));
        if (taken.anyMatch(claim.text()::equals)) {
            throw new InvalidInput("Two claims say '" + claim.text() + "': give each words of its own.");
        }
        claims.add(claim);
    }

    /**
     * Adds a recommendation that rests on claims, and those claims if they are not added yet. The report gives the recommendation if all of
     * its claims are confirmed, withholds it if one is refuted, and leaves it open otherwise.
     */
    public ComparisonDraft recommend(String advice, Claim... ifConfirmed) {
        List<Claim> grounds = List.of(ifConfirmed);
        grounds.stream().filter(claim -> !claims.contains(claim)).forEach(this::add);
        recommendations.add(
                new Recommendation(advice, grounds.stream().map(Claim::text).toList()));
        return this;
    }

    /** Adds the control, if a gate compares targets: the baseline of the first such gate a second time, under another name. */
    void addControl() {
        List<Claim> asked = questions().claims();
        String ifTwice = "rename yours, or leave the control out by -Dversus.control=false.";
        Control.targetFor(asked).flatMap(targets::named).ifPresent(target -> {
            add(target.as(Control.twinOf(target.name())), ifTwice);
            Control.claims(target.name(), asked).forEach(this::add);
        });
    }

    List<EntryPoint> targets() {
        return targets.all();
    }

    Map<String, Workload> workloads() {
        Map<String, Workload> all = new LinkedHashMap<>();
        targets().forEach(one -> one.workload().or(() -> workload).ifPresent(load -> all.put(one.name(), load)));
        if (all.size() < targets().size()) {
            throw new InvalidInput("A comparison needs a workload for every target: say .under(fixedRequests(1000)…).");
        }
        return all;
    }

    Questions questions() {
        return new Questions(claims, published, ladders, recommendations, sweeps).without(targets.leftOut());
    }

    Budget budget() {
        return budget;
    }

    boolean splitCpus() {
        return splitCpus;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }
}
