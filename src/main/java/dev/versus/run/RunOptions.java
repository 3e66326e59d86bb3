package dev.versus.run;

import dev.versus.Settings;
import dev.versus.comparison.WarmUpRule;
import dev.versus.statistics.StoppingRule;
import dev.versus.workload.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The options of a whole run, which may be set by {@code -Dversus.…}.
 *
 * @param rounds the most rounds
 * @param restarts how many times the deployments are launched anew between rounds
 * @param aa whether the first target is also compared with itself
 * @param seed the seed of everything random
 * @param warmUp when generator and systems count as warm
 * @param requestTimeout the time after which a request counts as timed out
 * @param strict whether an undecided gate fails the build
 * @param splitCpus whether generator and services get CPUs of their own
 * @param punctual whether the generator runs in real time, its CPUs kept awake, while paced rounds run on CPUs that are split
 * @param reports the folder of all runs
 * @param services the folder of all systems
 * @param given the settings that the user gave, by name
 */
record RunOptions(
        int rounds,
        int restarts,
        boolean aa,
        long seed,
        WarmUpRule warmUp,
        Duration requestTimeout,
        boolean strict,
        boolean splitCpus,
        boolean punctual,
        Path reports,
        Path services,
        Map<String, String> given) {

    /** Settings that other classes read: the environments (where state and unpacked programs are kept) and the build (which JDK runs). */
    static final List<String> HARNESS = List.of("state", "cache", "jdk");

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    static RunOptions of(Settings settings, ComparisonDraft draft) {
        WarmUpRule usual = WarmUpRule.standard();
        int most = settings.number("rounds", draft.rounds(), 1, StoppingRule.MOST);
        return new RunOptions(
                most,
                settings.number("restarts", 0, 0, most - 1),
                settings.isOn("aa"),
                settings.as(
                        "seed", RunOptions::seed, ThreadLocalRandom.current().nextLong(1_000_000_000)),
                settings.as("warmUp", text -> usual.atMost(Durations.parse(text)), usual),
                settings.as("requestTimeout", RunOptions::timeout, draft.requestTimeout()),
                settings.isOn("strict"),
                settings.as("cpus", RunOptions::isSplit, draft.splitCpus()),
                settings.as("punctual", RunOptions::isTrue, true),
                Path.of(System.getProperty("dev.versus.reports", "reports")),
                Path.of(System.getProperty("dev.versus.home", "."), "services"),
                settings.given());
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static boolean isSplit(String text) {
        return switch (text) {
            case "split" -> true;
            case "shared" -> false;
            default -> throw new IllegalArgumentException("expected split or shared");
        };
    }

    private static Duration timeout(String text) {
        Duration timeout = Durations.parse(text);
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("expected a duration from 1ms to 1h");
        }
        return timeout;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number", e);
        }
    }
}
