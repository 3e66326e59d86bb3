package dev.versus.simulations;

import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.Setting;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.ComparisonDraft;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.gatling.Versus;
import dev.versus.simulations.wsgi.Guide;
import dev.versus.simulations.wsgi.Pairing;
import dev.versus.simulations.wsgi.Rest;
import dev.versus.simulations.wsgi.Scenario;
import dev.versus.simulations.wsgi.Server;
import dev.versus.simulations.wsgi.Theory;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares WSGI with ASGI: how many times as fast Quart on Hypercorn is as Flask on Gunicorn where requests wait for slow calls, and how
 * much of that remains once both make as many calls at once. The scenarios are the published ones: five fan-outs, five numbers of clients
 * and a stress case. Further arms change one thing each.
 */
public final class WsgiVsAsgi extends Versus {

    private static final Setting<String> ENVIRONMENT = new Setting<>(
            "environment",
            "`WsgiVsAsgi`",
            "process",
            "how to start the systems",
            text("`process`, `namespace` or `docker`"));

    private static final Setting<Boolean> QUICK = new Setting<>(
            "quick",
            "`WsgiVsAsgi`",
            "false",
            "keeps the narrowest and the widest of its fan-outs, and its largest crowd",
            trueOrFalse());

    private static final Duration LONGER_THAN_FLASK_TAKES = Duration.ofMinutes(2);
    private static final double AS_GOOD_AS = 0.9;
    private static final double MUCH_BETTER = 1.5;
    private static final String THREADS = "with 4 × 32 threads Flask serves a crowd as fast as Quart";
    private static final String GEVENT = "on gevent Flask serves a crowd as fast as Quart";
    private static final String POOL = "with a pool of threads Flask fans out as fast as Quart";
    private static final String VIRTUAL_FAN_OUT = "virtual threads fan out as fast as Quart";
    private static final String VIRTUAL_CROWD = "virtual threads serve a crowd as fast as Quart";
    private static final String BETTER_THAN_THREADS =
            "Quart serves a crowd 1.5 times as fast as Flask with 4 × 32 threads";
    private static final String BETTER_THAN_POOL = "Quart fans out 1.5 times as fast as Flask with a pool of threads";

    private final EnvironmentChoice environment = environment(settings.get(ENVIRONMENT));
    private final Map<EntryPoint, Workload> targets = new LinkedHashMap<>();
    private final Placement flask = system("slow-io").only("flask-server").in(environment);
    private final Placement quart = system("slow-io").only("quart-server").in(environment);
    private final List<Pairing> pairings = Scenario.all(settings.get(QUICK)).stream()
            .map(scenario ->
                    new Pairing(scenario, target(Server.FLASK, flask, scenario), target(Server.QUART, quart, scenario)))
            .toList();

    {
        Arms arms = arms();
        Rest rest = new Rest(resting("flask-at-rest", flask), resting("quart-at-rest", quart));
        ComparisonDraft comparison = compare(targets.keySet().toArray(EntryPoint[]::new))
                .rounds(6)
                .requestTimeout(LONGER_THAN_FLASK_TAKES)
                .onSharedCpus()
                .published(new Guide(pairings, rest).publication())
                .published(new Theory(pairings).publication());
        targets.forEach((target, workload) -> comparison.under(workload, target));
        claimFactors(comparison);
        claimResources(comparison);
        claimArms(comparison, arms);
        explain(comparison, arms);
        recommend(comparison);
        targets.keySet()
                .forEach(target -> comparison.gate("no request to " + target.name() + " fails", noFailure(target)));
    }

    /** The targets that differ from Flask or Quart in one thing each. */
    private record Arms(
            EntryPoint threads,
            EntryPoint gevent,
            EntryPoint pool,
            EntryPoint uvicornFanOut,
            EntryPoint uvicornCrowd,
            EntryPoint virtualFanOut,
            EntryPoint virtualCrowd) {}

    private Arms arms() {
        Server pooled = Server.FLASK.as("pool").callingAtOnce();
        Placement uvicorn = variant("quart-uvicorn", Server.QUART);
        Placement virtualThreads = variant("virtual-threads", Server.VIRTUAL_THREADS);
        Scenario widest = Scenario.widest();
        Scenario crowd = Scenario.crowd();
        return new Arms(
                target(Server.FLASK.as("threads"), variant("gunicorn-threads", Server.FLASK), crowd),
                target(Server.FLASK.as("gevent"), variant("gunicorn-gevent", Server.FLASK), crowd),
                target(pooled, variant("fan-out-pool", Server.FLASK), widest),
                target(Server.QUART.as("uvicorn"), uvicorn, widest),
                target(Server.QUART.as("uvicorn"), uvicorn, crowd),
                target(Server.VIRTUAL_THREADS, virtualThreads, widest),
                target(Server.VIRTUAL_THREADS, virtualThreads, crowd));
    }

    private Placement variant(String variant, Server server) {
        return system("slow-io").variant(variant).only(server.service()).in(environment);
    }

    private EntryPoint target(Server server, Placement placement, Scenario scenario) {
        EntryPoint target = placement.target(server.name() + "-" + scenario.name(), server.service());
        targets.put(target, scenario.against(server));
        return target;
    }

    /** Adds a target on which the server is idle: one slow call goes straight to io-simulator, past the server. */
    private EntryPoint resting(String name, Placement placement) {
        EntryPoint target = placement.target(name, "io-simulator");
        targets.put(
                target,
                fixedRequests(1)
                        .withoutKeepAlive()
                        .get("/slow-io?delay=1.0")
                        .warmedUpBy(fixedRequests(1).withoutKeepAlive().get("/slow-io?delay=0.1")));
        return target;
    }

    private void claimFactors(ComparisonDraft comparison) {
        pairings.forEach(pairing -> comparison.claim(
                "%s: Quart is at least 90 %% of the limit of %d times as fast"
                        .formatted(
                                pairing.scenario().words(), pairing.scenario().limit()),
                throughput(pairing.quart())
                        .relativeTo(pairing.flask())
                        .isAtLeast(pairing.scenario().limit() * 9 / 10.0)));
        Pairing widest = Pairing.of(Scenario.widest(), pairings);
        comparison
                .claim(
                        "the largest factor is above the 38.59 that was published",
                        throughput(widest.quart()).relativeTo(widest.flask()).isAtLeast(38.59))
                .claim(
                        "the factor of fan-outs is 12.34 on average",
                        meanOf(Pairing.fanOuts(pairings).stream()
                                        .map(one -> throughput(one.quart()).relativeTo(one.flask()))
                                        .toList())
                                .isAbout(12.34));
    }

    private void claimResources(ComparisonDraft comparison) {
        Pairing widest = Pairing.of(Scenario.widest(), pairings);
        comparison
                .claim(
                        "async uses less CPU while it is loaded",
                        cpu("*-server", widest.quart())
                                .relativeTo(widest.flask())
                                .isAtMost(1))
                .claim(
                        "async uses less CPU for the same work",
                        cpuPerRequest("*-server", widest.quart())
                                .relativeTo(widest.flask())
                                .isAtMost(1))
                .claim(
                        "async uses less memory",
                        memory("*-server", widest.quart())
                                .relativeTo(widest.flask())
                                .isAtMost(1));
    }

    private void claimArms(ComparisonDraft comparison, Arms arms) {
        EntryPoint quartFanOut = Pairing.of(Scenario.widest(), pairings).quart();
        EntryPoint quartCrowd = Pairing.of(Scenario.crowd(), pairings).quart();
        asGood(comparison, THREADS, arms.threads(), quartCrowd);
        asGood(comparison, GEVENT, arms.gevent(), quartCrowd);
        asGood(comparison, POOL, arms.pool(), quartFanOut);
        asGood(comparison, "Quart on Uvicorn fans out as fast as on Hypercorn", arms.uvicornFanOut(), quartFanOut);
        asGood(comparison, "Quart on Uvicorn serves a crowd as fast as on Hypercorn", arms.uvicornCrowd(), quartCrowd);
        asGood(comparison, VIRTUAL_FAN_OUT, arms.virtualFanOut(), quartFanOut);
        asGood(comparison, VIRTUAL_CROWD, arms.virtualCrowd(), quartCrowd);
        comparison
                .claim(
                        BETTER_THAN_THREADS,
                        throughput(quartCrowd).relativeTo(arms.threads()).isAtLeast(MUCH_BETTER))
                .claim(
                        BETTER_THAN_POOL,
                        throughput(quartFanOut).relativeTo(arms.pool()).isAtLeast(MUCH_BETTER));
    }

    /** Explains each factor by steps: how much of it is concurrency, and how much the event loop. */
    private void explain(ComparisonDraft comparison, Arms arms) {
        Pairing crowd = Pairing.of(Scenario.crowd(), pairings);
        Pairing widest = Pairing.of(Scenario.widest(), pairings);
        comparison
                .explain(
                        throughput(crowd.flask()),
                        arms.threads().bringing("4 × 32 threads instead of 4 × 2"),
                        crowd.quart().bringing("event loops instead of threads"))
                .explain(
                        throughput(widest.flask()),
                        arms.pool().bringing("calls at once, from a pool of threads"),
                        widest.quart().bringing("event loops instead of threads"));
    }

    private static void recommend(ComparisonDraft comparison) {
        comparison
                .recommend("For many clients give Gunicorn 4 × 32 threads, and keep Flask", THREADS)
                .recommend("For many clients run Gunicorn on gevent, and keep Flask", GEVENT)
                .recommend("For fan-outs make the calls in a pool of threads, and keep Flask", POOL)
                .recommend("Rewrite for ASGI to be faster", BETTER_THAN_THREADS, BETTER_THAN_POOL)
                .recommend("In Java use virtual threads", VIRTUAL_FAN_OUT, VIRTUAL_CROWD);
    }

    private static void asGood(ComparisonDraft comparison, String text, EntryPoint arm, EntryPoint quart) {
        comparison.claim(text, throughput(arm).relativeTo(quart).isAtLeast(AS_GOOD_AS));
    }
}
