package dev.versus.simulations;

import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.run.ComparisonDraft;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.gatling.Versus;
import dev.versus.measurement.FailureKind;
import dev.versus.simulations.isolation.Arm;
import dev.versus.simulations.isolation.ReferenceReport;
import dev.versus.simulations.isolation.Stack;
import dev.versus.workload.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tests the published claim that Docker is 46 % slower than network namespaces, and finds what causes the difference. The workload is the
 * shop's product list through its load balancer, requested as {@code ab -n 1000 -c 50} does. The shop runs in namespaces, in containers
 * (reached by their address, by a published port, and in the host's network) and as plain processes; each on Flask's development
 * server, as in the published report, and on Gunicorn, as that report recommends.
 */
public final class NamespacesVsDocker extends Versus {

    private static final String OF = "`NamespacesVsDocker`";

    private static final Setting<Boolean> QUICK =
            new Setting<>("quick", OF, "false", "takes six rounds, of Gunicorn alone", trueOrFalse());

    private static final Setting<Set<Arm>> ARMS = new Setting<>(
            "arms",
            OF,
            "processes,namespaces,docker-address,docker-published,docker-host",
            "which to compare; `namespaces-host` needs no Docker",
            new SettingType<>("arms with commas between", Arm::parse));

    private static final Setting<List<String>> STACKS = new Setting<>(
            "stacks",
            OF,
            "werkzeug,gunicorn",
            "on which servers to compare",
            new SettingType<>("werkzeug, gunicorn or both with a comma between", NamespacesVsDocker::stacks));

    private static final Setting<Integer> REQUESTS =
            new Setting<>("requests", OF, "1000", "requests a round", whole(1, 1_000_000));

    private static final Setting<Integer> CONCURRENCY =
            new Setting<>("concurrency", OF, "50", "connections at once", whole(1, 1_000));

    private static final Setting<Boolean> KEEP_ALIVE = new Setting<>(
            "keepAlive", OF, "false", "whether connections are kept from one request to the next", trueOrFalse());

    /** The smallest ratio of throughputs that is worth a recommendation. */
    private static final double WORTHWHILE = 1.05;

    private final boolean quick = settings.get(QUICK);
    private final Set<Arm> arms = settings.get(ARMS);
    private final List<String> stacks = settings.get(STACKS, quick ? List.of("gunicorn") : STACKS.usualValue());

    private final Stack werkzeug = stack("werkzeug", flask("werkzeug"), arms);
    private final Stack gunicorn = stack("gunicorn", flask("gunicorn"), arms);
    private final Stack limited =
            stack("limited", flask("werkzeug").with("SHOP_CPUS", "0.5").with("SHOP_MEMORY", "160M"), published());
    private final Stack roomy = stack("roomy", flask("werkzeug").with("SHOP_MEMORY", "640M"), published());

    {
        ComparisonDraft comparison = compare(Stream.of(werkzeug, gunicorn, limited, roomy)
                        .flatMap(stack -> stack.targets().stream())
                        .toArray(EntryPoint[]::new))
                .under(workload())
                .rounds(quick ? 6 : 10);
        werkzeug.pair(Arm.NAMESPACES, Arm.DOCKER_PUBLISHED).ifPresent(pair -> reported(comparison, pair));
        Stream.of(werkzeug, gunicorn).forEach(stack -> isolation(comparison, stack));
        recommendations(comparison);
        gunicorn.targets()
                .forEach(target -> comparison.gate("no request to " + target.name() + " fails", noFailure(target)));
    }

    private static SystemUnderTest flask(String server) {
        return system("shop").variant("flask-" + server);
    }

    private static List<String> stacks(String text) {
        List<String> chosen =
                Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        if (!List.of("werkzeug", "gunicorn").containsAll(chosen)) {
            throw new IllegalArgumentException("expected werkzeug, gunicorn or both with a comma between");
        }
        return chosen;
    }

    /** Returns the arm for the stacks with other limits of CPU and memory, as in the published report: Docker by the published port. */
    private Set<Arm> published() {
        return arms.contains(Arm.DOCKER_PUBLISHED) ? EnumSet.of(Arm.DOCKER_PUBLISHED) : Set.of();
    }

    private Stack stack(String name, SystemUnderTest system, Set<Arm> on) {
        boolean wanted = stacks.contains(name.equals("gunicorn") ? name : "werkzeug");
        return Stack.of(name, system, "load-balancer", wanted ? on : Set.of());
    }

    private Workload workload() {
        return fixedRequests(settings.get(REQUESTS))
                .concurrency(settings.get(CONCURRENCY))
                .keepAlive(settings.get(KEEP_ALIVE))
                .get("/api/products");
    }

    /** Adds the published report, as figures and as claims. */
    private static void reported(ComparisonDraft comparison, Stack.Pair pair) {
        EntryPoint namespaces = pair.baseline();
        EntryPoint docker = pair.target();
        comparison
                .published(new ReferenceReport(namespaces, docker).asPublished())
                .claim(
                        "Docker is 46 % slower",
                        throughput(docker).relativeTo(namespaces).isAbout(0.54))
                .claim(
                        "Docker's mean latency is 85 % higher",
                        mean(docker).relativeTo(namespaces).isAbout(1.85))
                .claim(
                        "the medians are the same",
                        p50(docker).relativeTo(namespaces).isEquivalent())
                .claim(
                        "996 of 1000 answers have another length",
                        errorRate(FailureKind.LENGTH, docker).isAbout(0.996));
    }

    /** Adds claims on the cost of each kind of isolation, and the steps that explain the cost of a published port. */
    private static void isolation(ComparisonDraft comparison, Stack stack) {
        stack.pair(Arm.PROCESSES, Arm.NAMESPACES)
                .ifPresent(
                        pair -> same(comparison, pair, "a namespace is as fast as a plain process, " + stack.name()));
        stack.pair(Arm.NAMESPACES, Arm.DOCKER_ADDRESS)
                .ifPresent(pair ->
                        same(comparison, pair, "a container's address is as fast as a namespace, " + stack.name()));
        stack.pair(Arm.DOCKER_ADDRESS, Arm.DOCKER_PUBLISHED)
                .ifPresent(
                        pair -> same(comparison, pair, "a published port is as fast as the address, " + stack.name()));
        stack.pair(Arm.NAMESPACES, Arm.DOCKER_PUBLISHED)
                .ifPresent(ends -> stack.target(Arm.DOCKER_ADDRESS)
                        .ifPresent(address -> comparison.explain(
                                throughput(ends.baseline()),
                                address.bringing("a container in the place of a namespace"),
                                ends.target().bringing("its published port in the place of its address"))));
    }

    private static void same(ComparisonDraft comparison, Stack.Pair pair, String text) {
        comparison.claim(
                text, throughput(pair.target()).relativeTo(pair.baseline()).isEquivalent());
    }

    /** Adds the published recommendations as claims, against the setup of that report: the development server by a published port. */
    private void recommendations(ComparisonDraft comparison) {
        Stream.of(werkzeug, gunicorn)
                .forEach(stack -> stack.pair(Arm.DOCKER_PUBLISHED, Arm.DOCKER_HOST)
                        .ifPresent(pair -> recommend(
                                comparison,
                                pair,
                                "the host's network makes Docker faster, " + stack.name(),
                                "use network_mode: host, " + stack.name())));
        Optional<EntryPoint> reported = werkzeug.target(Arm.DOCKER_PUBLISHED);
        pair(reported, gunicorn.target(Arm.DOCKER_PUBLISHED))
                .ifPresent(pair -> recommend(comparison, pair, "Gunicorn makes Docker faster", "use gunicorn"));
        pair(reported, roomy.target(Arm.DOCKER_PUBLISHED))
                .ifPresent(pair -> recommend(
                        comparison, pair, "twice the memory makes Docker faster", "assign more memory to containers"));
        pair(limited.target(Arm.DOCKER_PUBLISHED), reported)
                .ifPresent(pair -> recommend(
                        comparison,
                        pair,
                        "no limit of CPU makes Docker faster than half a CPU for each service",
                        "assign more CPU to containers that have a limit"));
    }

    private static Optional<Stack.Pair> pair(Optional<EntryPoint> baseline, Optional<EntryPoint> target) {
        return baseline.flatMap(one -> target.map(other -> new Stack.Pair(one, other)));
    }

    private static void recommend(ComparisonDraft comparison, Stack.Pair pair, String claim, String advice) {
        comparison
                .claim(
                        claim,
                        throughput(pair.target()).relativeTo(pair.baseline()).isAtLeast(WORTHWHILE))
                .recommend(advice, claim);
    }
}
