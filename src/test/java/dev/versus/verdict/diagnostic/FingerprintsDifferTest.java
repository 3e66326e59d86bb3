package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.verdict.diagnostic.Surroundings.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsDifferTest {

    private static final Origin NAMESPACE =
            new Origin("shop", Optional.of("flask"), "namespace", Set.of("web", "cache"));
    private static final Origin DOCKER = new Origin("shop", Optional.of("flask"), "docker", Set.of("web", "cache"));
    private static final Origin QUART = new Origin("shop", Optional.of("quart"), "namespace", Set.of("web", "cache"));

    private final FingerprintsDiffer fingerprintsDiffer = new FingerprintsDiffer();

    @ParameterizedTest
    @CsvSource({
        "program.version, 3.11.2, 3.13.1",
        "program.optimisations, -O2, -O3 -flto",
        "package.flask, 3.0.3, 3.1.0",
        "server.workers, 2, 4",
        "switch.PYTHONMALLOC, malloc, pymalloc",
        "limit.cpu, none, 0.5",
        "limit.cpu-set, 0-1, 1"
    })
    void invalidatesWhereTheSameVariantIsNotTheSameProgramOrHasOtherCpus(String key, String a, String b) {
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, Map.of(key, a), DOCKER, Map.of(key, b))))
                .invalidate("a", "b")
                .because("web " + key + " (" + a + ", " + b + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit.memory", "limit.open-files", "host.libc", "host.backlog"})
    void warnsOfOtherConditions(String key) {
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, Map.of(key, "1"), DOCKER, Map.of(key, "2"))))
                .warnOf("a", "b")
                .because(key + " (1, 2)");
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, Map.of(key, "1"), QUART, Map.of(key, "2"))))
                .warnOf("a", "b");
    }

    @Test
    void onlyWarnsOfWhatOneSideDoesNotTell() {
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, Map.of("package.uvloop", "0.21"), DOCKER, Map.of())))
                .warnOf("a", "b")
                .because("package.uvloop (0.21, none)");
    }

    @Test
    void takesIsolationForWhatAnotherEnvironmentIs() {
        Map<String, String> host = Map.of("isolation.mtu", "65536");
        Map<String, String> own = Map.of("isolation.mtu", "1500");
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, host, DOCKER, own)))
                .areNone();
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, host, NAMESPACE, own)))
                .warnOf("a", "b");
    }

    @Test
    void takesTheStackForWhatAnotherVariantIsButNotAnotherBuildOfTheSameInterpreter() {
        Map<String, String> flask =
                Map.of("program.name", "python", "server.name", "gunicorn", "package.flask", "3.0.3");
        Map<String, String> quart =
                Map.of("program.name", "python", "server.name", "hypercorn", "package.quart", "0.19");
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, flask, QUART, quart)))
                .areNone();

        Map<String, String> older = Map.of("program.name", "python", "program.version", "3.11.2");
        Map<String, String> newer = Map.of("program.name", "python", "program.version", "3.13.1");
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, older, QUART, newer)))
                .warnOf("a", "b")
                .because("program.version (3.11.2, 3.13.1)");

        Map<String, String> jvm = Map.of("program.name", "java", "program.version", "25");
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, older, QUART, jvm)))
                .areNone();
    }

    @Test
    void tellsWhatDecidesFirstAndNoMoreThanSix() {
        Map<String, String> much = new TreeMap<>(Map.of("server.workers", "2"));
        Map<String, String> other = new TreeMap<>(Map.of("server.workers", "4"));
        for (int i = 0; i < 9; i++) {
            much.put("host.fact" + i, "1");
        }
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, much, DOCKER, other)))
                .invalidate("a", "b")
                .because("differ in web server.workers (2, 4), web host.fact0 (1, none)")
                .because("and 4 more");
    }

    @Test
    void isSilentAboutServicesThatAreNotOnThePathOfBoth() {
        Origin cacheOnly = new Origin("shop", Optional.of("flask"), "docker", Set.of("cache"));
        assertThat(fingerprintsDiffer.examine(
                        between(NAMESPACE, Map.of("server.workers", "2"), cacheOnly, Map.of("server.workers", "4"))))
                .areNone();
    }

    @Test
    void isSilentAboutOtherSystemsEqualOnesAndWhereNothingIsKnown() {
        Map<String, String> two = Map.of("server.workers", "2");
        Map<String, String> four = Map.of("server.workers", "4");
        Origin other = new Origin("forum", Optional.empty(), "docker", Set.of("web"));
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, two, other, four)))
                .areNone();
        assertThat(fingerprintsDiffer.examine(between(NAMESPACE, two, DOCKER, two)))
                .areNone();
        assertThat(fingerprintsDiffer.examine(Sample.ofHealthy("a", "b").evidence()))
                .areNone();
    }

    private static Evidence between(Origin from, Map<String, String> a, Origin to, Map<String, String> b) {
        Surroundings unknown = Surroundings.unknown();
        return Sample.with(
                Sample.ofHealthy("a", "b").evidence(),
                Map.of(
                        "a", unknown.origin(from).fingerprints(Map.of("web", a)),
                        "b", unknown.origin(to).fingerprints(Map.of("web", b))));
    }
}
