package dev.versus.simulations;

import static dev.versus.SettingType.expecting;
import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;

import dev.versus.Durations;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.gatling.Versus;
import dev.versus.run.ComparisonDraft;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.workload.OneRequest;
import dev.versus.workload.Task;
import dev.versus.workload.WithClient;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A simulation of one workload on one target, both chosen by settings. */
abstract class Load extends Versus {

    /** Durations with a unit. */
    static final SettingType<Duration> DURATION = new SettingType<>("a duration", Durations::parse);

    static final String OF = "every `Load…` simulation";
    private static final String USUAL_SYSTEM = "shop";
    private static final String USUAL_VARIANT = "jvm";

    private static final Setting<URI> URL = new Setting<>(
            "url",
            OF,
            "",
            "a target that runs already, instead of a system that is started; its host must be allowed by `allow`",
            expecting("an address such as http://127.0.0.1:8080", URI::create));

    private static final Setting<String> SYSTEM = new Setting<>(
            "system",
            OF,
            USUAL_SYSTEM,
            "what to start, if there is no `url`; a [Compose file of yours](bring-your-own.md) by its path",
            text("a folder of `services/` or a path"));

    private static final Setting<String> VARIANT = new Setting<>(
            "variant", OF, "", "which variant of the system to start; of the shop `jvm` if not given", text("a name"));

    private static final Setting<String> ENVIRONMENT = new Setting<>(
            "environment", OF, "process", "how to start the system", text("`process`, `namespace` or `docker`"));

    private static final Setting<String> SERVICE =
            new Setting<>("service", OF, "api-gateway", "which service to load", text("a name"));

    private static final Setting<Boolean> COOKIES = new Setting<>(
            "cookies",
            OF,
            "",
            "whether users send back [the cookies that they are sent](http.md#cookies); if not given, only those of `LoadUsers` do",
            trueOrFalse());

    private static final Setting<Boolean> HTTP2 = new Setting<>(
            "http2",
            OF,
            "false",
            "whether to speak [HTTP/2](http.md#http2): as the server agrees to it at `https://`, without asking first at `http://`",
            trueOrFalse());

    /** Returns a workload whose virtual users speak HTTP as the settings choose. */
    final <W extends WithClient<W>> W spoken(W workload) {
        W chosen = settings.find(COOKIES)
                .map(kept -> workload.by(workload.client().keepingCookies(kept)))
                .orElse(workload);
        return settings.get(HTTP2) ? chosen.overHttp2() : chosen;
    }

    /** Measures the chosen target under a workload, with the gate that no request fails. */
    final ComparisonDraft gated(Workload workload) {
        EntryPoint target = target();
        return compare(target).under(workload).gate("no request fails", noFailure(target));
    }

    /** Returns the target that the settings choose. */
    final EntryPoint target() {
        Optional<URI> url = settings.find(URL);
        String system = settings.get(SYSTEM);
        Optional<String> variant = settings.find(VARIANT)
                .or(() -> system.equals(USUAL_SYSTEM) ? Optional.of(USUAL_VARIANT) : Optional.empty());
        String environment = settings.get(ENVIRONMENT);
        String service = settings.get(SERVICE);
        return url.map(address -> target("target", address))
                .orElseGet(() -> new SystemUnderTest(system, variant)
                        .in(environment(environment))
                        .target(service, service));
    }

    /** Returns a workload that sends the requests that the settings choose. */
    final Workload sending(OneRequest<?> workload) {
        List<Task> tasks = tasks();
        return tasks.size() == 1
                ? workload.sending(tasks.get(0).request())
                : workload.doing(tasks.toArray(Task[]::new));
    }

    /** Returns the requests that the settings choose, with their weights. */
    final List<Task> tasks() {
        return LoadedRequests.of(settings);
    }
}
