package dev.versus.simulations;

import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;

import dev.versus.Setting;
import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.simulations.wsgi.Guide;
import dev.versus.simulations.wsgi.Pairing;
import dev.versus.simulations.wsgi.Scenario;
import dev.versus.simulations.wsgi.Server;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Subject;
import java.time.Duration;
import java.util.List;

/**
 * Compares WSGI with ASGI: how many times as fast Quart on Hypercorn is as Flask on Gunicorn where requests wait for slow calls, and how
 * much of that remains once both make as many calls at once. The scenarios are the published ones: five fan-outs, five numbers of clients
 * and a stress case. Further arms change one thing each.
 */
public final class WsgiVsAsgi extends Versus {

    private static final String OF = "`WsgiVsAsgi`";
    private static final Setting<String> ENVIRONMENT = new Setting<>(
            "environment", OF, "process", "how to start the systems", text("`process`, `namespace` or `docker`"));
    private static final Setting<Boolean> QUICK = new Setting<>(
            "quick",
            OF,
            "false",
            "keeps the narrowest and the widest of its fan-outs, and its largest crowd",
            trueOrFalse());
    private static final Duration LONGER_THAN_FLASK_TAKES = Duration.ofMinutes(2);

    {
        var slowIo = system("slow-io");
        var flask = server("flask", slowIo, "flask-server");
        var quart = server("quart", slowIo, "quart-server").callingAtOnce();
        var uvicorn = server("uvicorn", slowIo.variant("quart-uvicorn"), "quart-server")
                .callingAtOnce();
        var virtual = server("virtual-threads", slowIo.variant("virtual-threads"), "virtual-threads")
                .callingAtOnce();

        var pairings = Pairing.all(flask, quart, Scenario.all(settings.get(QUICK)));
        var fanOut = Pairing.of(Scenario.WIDEST, pairings);
        var crowd = Pairing.of(Scenario.CROWD, pairings);
        var threads = server("threads", slowIo.variant("gunicorn-threads"), "flask-server")
                .under(Scenario.CROWD);
        var gevent = server("gevent", slowIo.variant("gunicorn-gevent"), "flask-server")
                .under(Scenario.CROWD);
        var pool = server("pool", slowIo.variant("fan-out-pool"), "flask-server")
                .callingAtOnce()
                .under(Scenario.WIDEST);
        var uvicornFanOut = uvicorn.under(Scenario.WIDEST);
        var uvicornCrowd = uvicorn.under(Scenario.CROWD);
        var virtualFanOut = virtual.under(Scenario.WIDEST);
        var virtualCrowd = virtual.under(Scenario.CROWD);
        var guide = new Guide(pairings, flask.atRest(), quart.atRest());

        compare(
                        Pairing.targets(pairings),
                        List.of(threads, gevent, pool, uvicornFanOut, uvicornCrowd, virtualFanOut, virtualCrowd),
                        List.of(guide.flaskAtRest(), guide.quartAtRest()))
                .rounds(6)
                .requestTimeout(LONGER_THAN_FLASK_TAKES)
                .onSharedCpus()
                .published(guide.publication())
                .published(Pairing.limits(pairings))
                .claims(pairings.stream().map(Pairing::nearLimit).toArray(Claim[]::new))
                .claim(
                        "the largest factor is above the 38.59 that was published",
                        fanOut.factor().isAtLeast(38.59))
                .claim(
                        "the factor of fan-outs is 12.34 on average",
                        guide.meanFactor().isAbout(12.34))
                .claims(
                        noMore("async uses less CPU while it is loaded", cpu("*-server", fanOut.quart()), fanOut),
                        noMore(
                                "async uses less CPU for the same work",
                                cpuPerRequest("*-server", fanOut.quart()),
                                fanOut),
                        noMore("async uses less memory", memory("*-server", fanOut.quart()), fanOut),
                        asGood("Quart on Uvicorn fans out as fast as on Hypercorn", uvicornFanOut, fanOut),
                        asGood("Quart on Uvicorn serves a crowd as fast as on Hypercorn", uvicornCrowd, crowd))
                .explain(
                        throughput(crowd.flask()),
                        threads.bringing("4 × 32 threads instead of 4 × 2"),
                        crowd.quart().bringing("event loops instead of threads"))
                .explain(
                        throughput(fanOut.flask()),
                        pool.bringing("calls at once, from a pool of threads"),
                        fanOut.quart().bringing("event loops instead of threads"))
                .recommend(
                        "For many clients give Gunicorn 4 × 32 threads, and keep Flask",
                        asGood("with 4 × 32 threads Flask serves a crowd as fast as Quart", threads, crowd))
                .recommend(
                        "For many clients run Gunicorn on gevent, and keep Flask",
                        asGood("on gevent Flask serves a crowd as fast as Quart", gevent, crowd))
                .recommend(
                        "For fan-outs make the calls in a pool of threads, and keep Flask",
                        asGood("with a pool of threads Flask fans out as fast as Quart", pool, fanOut))
                .recommend(
                        "Rewrite for ASGI to be faster",
                        better("Quart serves a crowd 1.5 times as fast as Flask with 4 × 32 threads", crowd, threads),
                        better("Quart fans out 1.5 times as fast as Flask with a pool of threads", fanOut, pool))
                .recommend(
                        "In Java use virtual threads",
                        asGood("virtual threads fan out as fast as Quart", virtualFanOut, fanOut),
                        asGood("virtual threads serve a crowd as fast as Quart", virtualCrowd, crowd))
                .gateFailures();
    }

    private Server server(String name, SystemUnderTest system, String service) {
        return new Server(name, system.only(service).in(environment(settings.get(ENVIRONMENT))), service, false);
    }

    private static Claim noMore(String text, Subject.Value ofQuart, Pairing pairing) {
        return claim(text, ofQuart.relativeTo(pairing.flask()).isAtMost(1));
    }

    private static Claim asGood(String text, EntryPoint target, Pairing asQuart) {
        return claim(text, throughput(target).relativeTo(asQuart.quart()).isAtLeast(0.9));
    }

    private static Claim better(String text, Pairing withQuart, EntryPoint than) {
        return claim(text, throughput(withQuart.quart()).relativeTo(than).isAtLeast(1.5));
    }
}
