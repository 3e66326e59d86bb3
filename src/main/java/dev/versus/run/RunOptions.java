package dev.versus.run;

import static dev.versus.SettingType.duration;
import static dev.versus.SettingType.either;
import static dev.versus.SettingType.expecting;
import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.SettingType.whole;

import dev.versus.CacheFolder;
import dev.versus.Durations;
import dev.versus.InvalidInput;
import dev.versus.ProjectFolder;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.Settings;
import dev.versus.comparison.Budget;
import dev.versus.comparison.Stopping;
import dev.versus.comparison.WarmUpRule;
import dev.versus.environment.StateFolder;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.StopWhenDecided;
import dev.versus.verdict.StopWhenTold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The options of a whole run, which may be set by {@code -Dversus.…}.
 *
 * @param budget how much load counts
 * @param detect the difference, as a share, that the run is to tell; empty if none is asked for
 * @param restarts how many times the deployments are launched anew between rounds
 * @param control whether a comparison with a gate on a ratio or difference measures one target twice
 * @param duets whether targets that are compared are loaded at once, too
 * @param seed the seed of everything random
 * @param warmUp when generator and systems count as warm
 * @param requestTimeout the time after which a request counts as timed out
 * @param trust the servers that are believed at targets of {@code https://}
 * @param strict whether an undecided gate fails the build
 * @param splitCpus whether generator and services get CPUs of their own
 * @param punctual whether the generator runs in real time, its CPUs kept awake, while paced rounds run on CPUs that are split
 * @param reports the folder of all runs
 * @param services the folder of all systems
 * @param given the settings that the user gave, by name
 */
record RunOptions(
        Budget budget,
        Optional<Double> detect,
        int restarts,
        boolean control,
        boolean duets,
        long seed,
        WarmUpRule warmUp,
        Duration requestTimeout,
        Trust trust,
        boolean strict,
        boolean splitCpus,
        boolean punctual,
        Path reports,
        Path services,
        Map<String, String> given) {

    static final Setting<Integer> ROUNDS = new Setting<>(
            "rounds",
            Setting.ALL,
            "",
            "the most rounds in the place of a `budget`, each with one run of each target's workload; some simulations ask for a number,"
                    + " such as `LoadUsers` and `LoadStress`: 1",
            whole(1, StoppingRule.MOST));

    static final Setting<Duration> BUDGET = new Setting<>(
            "budget",
            Setting.ALL,
            "30s",
            "how long all targets together are loaded while it counts; a run ends earlier"
                    + " [at a declared look](decisions/stopping-rule.md) if its claims are decided by then",
            duration("1s", Durations.text(Budget.LONGEST)));

    private static final Setting<Double> DETECT = new Setting<>(
            "detect",
            Setting.ALL,
            "",
            "a difference such as `2%` that the run is to tell: after its first look it is prolonged"
                    + " [as far as the noise seen by then requires](decisions/stopping-rule.md#detect)",
            expecting("a difference above 0 and up to 100%, such as 2%", RunOptions::share));

    static final Setting<Duration> REQUEST_TIMEOUT = new Setting<>(
            "requestTimeout",
            Setting.ALL,
            "30s",
            "when a request counts as timed out; `WsgiVsAsgi` waits `2m`",
            duration("1ms", "1h"));

    static final Setting<Boolean> CPUS = new Setting<>(
            "cpus",
            Setting.ALL,
            "split",
            "`split` gives half the CPUs to the generator and, once it is warm, half to the services; `WsgiVsAsgi` uses `shared`",
            either("split", "shared"));

    private static final Setting<Integer> RESTARTS = new Setting<>(
            "restarts",
            Setting.ALL,
            "0",
            "how often the systems are started anew between blocks of rounds, to see [what a start changes](decisions/restarts.md);"
                    + " fewer than rounds",
            whole(0, StoppingRule.MOST - 1));

    private static final Setting<Boolean> CONTROL = new Setting<>(
            "control",
            Setting.ALL,
            "true",
            "whether a comparison with a gate on a ratio or difference measures its baseline twice,"
                    + " [to see whether this machine decides](guide/protocol.md#the-control)",
            trueOrFalse());

    private static final Setting<Boolean> DUETS = new Setting<>(
            "duets",
            Setting.ALL,
            "true",
            "whether, within a budget of time, targets that are compared are [loaded at once, too](guide/protocol.md#duets)",
            trueOrFalse());

    private static final Setting<Long> SEED = new Setting<>(
            "seed",
            Setting.ALL,
            "",
            "of the order of turns and all else that is random; another in each run if not given",
            expecting("a whole number", Long::valueOf));

    private static final Setting<WarmUpRule> WARM_UP = new Setting<>(
            "warmUp",
            Setting.ALL,
            "60s",
            "the longest warm-up; it ends sooner [when the run is warm](decisions/warm-up.md), but not before 6 s; rehearsals after it take a third as long at most",
            new SettingType<>("a duration", text -> WarmUpRule.standard().atMost(Durations.parse(text))));

    private static final Setting<Boolean> STRICT = new Setting<>(
            "strict",
            Setting.ALL,
            "false",
            "whether a gate that is inconclusive or invalid fails the build too",
            trueOrFalse());

    private static final Setting<Boolean> PUNCTUAL = new Setting<>(
            "punctual",
            Setting.ALL,
            "true",
            "whether, on split CPUs and while rounds run,"
                    + " [timetables are kept in real time, on CPUs that are kept awake](decisions/the-ruler.md#punctual-rounds)",
            trueOrFalse());

    private static final Setting<String> JDK = new Setting<>(
            "jdk",
            "the build",
            "[17,26)",
            "the JDKs of which [the newest](decisions/newest-jdk.md) runs the load generator and the JVM services",
            text("a range of versions"));

    /** Settings that other classes read: the environments (where state and unpacked programs are kept) and the build (which JDK runs). */
    static final List<Setting<?>> HARNESS = List.of(StateFolder.SETTING, CacheFolder.SETTING, JDK);

    static RunOptions of(Settings settings, ComparisonDraft draft) {
        Optional<Double> detect = settings.find(DETECT);
        Budget budget = budget(settings, draft.budget(), detect.isPresent());
        return new RunOptions(
                budget,
                detect,
                settings.get(RESTARTS.within(whole(0, budget.rounds().orElse(StoppingRule.MOST) - 1))),
                settings.get(CONTROL),
                settings.get(DUETS) && budget.isOfTime(),
                settings.find(SEED).orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000_000)),
                settings.get(WARM_UP),
                settings.get(REQUEST_TIMEOUT, draft.requestTimeout()),
                Trust.of(settings),
                settings.get(STRICT),
                settings.get(CPUS, draft.splitCpus()),
                settings.get(PUNCTUAL),
                Path.of(System.getProperty("dev.versus.reports", "reports")),
                ProjectFolder.services(),
                settings.given());
    }

    private static Budget budget(Settings settings, Budget ofDraft, boolean detects) {
        Optional<Integer> rounds = settings.find(ROUNDS);
        Optional<Duration> load = settings.find(BUDGET);
        if (rounds.isPresent() && (load.isPresent() || detects)) {
            throw new InvalidInput("-Dversus.rounds takes the place of a budget of time: leave it out, or leave out "
                    + (detects ? "-Dversus.detect." : "-Dversus.budget."));
        }
        return rounds.map(Budget::rounds)
                .or(() -> load.map(Budget::of))
                .orElse(detects && ofDraft.rounds().isPresent() ? Budget.of(BUDGET.usualValue()) : ofDraft);
    }

    private static double share(String text) {
        double share = text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                : Double.parseDouble(text);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(text + " is no such difference");
        }
        return share;
    }

    /** Returns the rule that ends the run by its claims, on a machine of so many CPUs. */
    Stopping stopping(List<Claim> claims, int cpus) {
        return detect.<Stopping>map(effect -> new StopWhenTold(claims, cpus, effect))
                .orElseGet(() -> new StopWhenDecided(claims, cpus));
    }

    /**
     * Refuses restarts of a comparison that launches nothing.
     *
     * @throws InvalidInput if restarts are asked for
     */
    void requireRestartable(ComparisonDraft draft) {
        boolean none = draft.targets().stream().noneMatch(target -> target.place() instanceof EntryPoint.Service);
        if (restarts > 0 && none) {
            throw new InvalidInput("-Dversus.restarts=" + restarts
                    + ": this run launches nothing that could be restarted; leave it out.");
        }
    }
}
