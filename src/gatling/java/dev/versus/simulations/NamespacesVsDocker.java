package dev.versus.simulations;

import static dev.versus.SettingType.someOf;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import dev.versus.gatling.Versus;
import dev.versus.measurement.FailureKind;
import dev.versus.run.EntryPoint;
import dev.versus.verdict.Claim;
import java.util.List;
import java.util.Set;

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
    private static final Setting<Set<String>> ARMS = new Setting<>(
            "arms",
            OF,
            "processes,namespaces,docker-address,docker-published,docker-host",
            "which to compare; `namespaces-host` needs no Docker",
            someOf("processes", "namespaces", "namespaces-host", "docker-address", "docker-published", "docker-host"));
    private static final Setting<Set<String>> STACKS = new Setting<>(
            "stacks", OF, "werkzeug,gunicorn", "on which servers to compare", someOf("werkzeug", "gunicorn"));
    private static final Setting<Integer> REQUESTS =
            new Setting<>("requests", OF, "1000", "requests a round", whole(1, 1_000_000));
    private static final Setting<Integer> CONCURRENCY =
            new Setting<>("concurrency", OF, "50", "connections at once", whole(1, 1_000));
    private static final Setting<Boolean> KEEP_ALIVE = new Setting<>(
            "keepAlive", OF, "false", "whether connections are kept from one request to the next", trueOrFalse());

    /** The smallest ratio of throughputs that is worth a recommendation. */
    private static final double WORTHWHILE = 1.05;

    private final boolean quick = settings.get(QUICK);
    private final Set<String> arms = settings.get(ARMS);
    private final Set<String> stacks = settings.get(STACKS, quick ? Set.of("gunicorn") : STACKS.usualValue());

    {
        var flask = system("shop").variant("flask-werkzeug");
        var werkzeug = IsolatedShop.of("werkzeug", flask);
        var gunicorn = IsolatedShop.of("gunicorn", system("shop").variant("flask-gunicorn"));
        var limited = IsolatedShop.of("limited", flask.with("SHOP_CPUS", "0.5").with("SHOP_MEMORY", "160M"))
                .published();
        var roomy = IsolatedShop.of("roomy", flask.with("SHOP_MEMORY", "640M")).published();
        var namespaces = werkzeug.namespaces();
        var docker = werkzeug.published();

        compare(werkzeug.targets(), gunicorn.targets(), List.of(limited, roomy))
                .only(this::isChosen)
                .under(fixedRequests(settings.get(REQUESTS))
                        .concurrency(settings.get(CONCURRENCY))
                        .keepAlive(settings.get(KEEP_ALIVE))
                        .get("/api/products"))
                .rounds(quick ? 6 : 10)
                .published(ReferenceReport.beside(namespaces, docker))
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
                        errorRate(FailureKind.LENGTH, docker).isAbout(0.996))
                .claims(costs(werkzeug))
                .claims(costs(gunicorn))
                .explain(throughput(namespaces), werkzeug.steps())
                .explain(throughput(gunicorn.namespaces()), gunicorn.steps())
                .recommend(
                        "use network_mode: host, werkzeug",
                        faster("the host's network makes Docker faster, werkzeug", werkzeug.host(), docker))
                .recommend(
                        "use network_mode: host, gunicorn",
                        faster(
                                "the host's network makes Docker faster, gunicorn",
                                gunicorn.host(),
                                gunicorn.published()))
                .recommend("use gunicorn", faster("Gunicorn makes Docker faster", gunicorn.published(), docker))
                .recommend(
                        "assign more memory to containers",
                        faster("twice the memory makes Docker faster", roomy, docker))
                .recommend(
                        "assign more CPU to containers that have a limit",
                        faster("no limit of CPU makes Docker faster than half a CPU for each service", docker, limited))
                .gateFailures(gunicorn.targets());
    }

    /** Tells whether the settings choose a target, named by its stack and its arm; the shops with other limits belong to Werkzeug. */
    private boolean isChosen(EntryPoint target) {
        String[] names = target.name().split("-", 2);
        return stacks.contains(names[0].equals("gunicorn") ? "gunicorn" : "werkzeug") && arms.contains(names[1]);
    }

    private static Claim[] costs(IsolatedShop on) {
        return new Claim[] {
            same("a namespace is as fast as a plain process, " + on.name(), on.namespaces(), on.processes()),
            same("a container's address is as fast as a namespace, " + on.name(), on.address(), on.namespaces()),
            same("a published port is as fast as the address, " + on.name(), on.published(), on.address())
        };
    }

    private static Claim same(String text, EntryPoint target, EntryPoint baseline) {
        return claim(text, throughput(target).relativeTo(baseline).isEquivalent());
    }

    private static Claim faster(String text, EntryPoint target, EntryPoint baseline) {
        return claim(text, throughput(target).relativeTo(baseline).isAtLeast(WORTHWHILE));
    }
}
