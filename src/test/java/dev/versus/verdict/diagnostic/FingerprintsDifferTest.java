package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintsDifferTest {

    private final FingerprintsDiffer fingerprintsDiffer = new FingerprintsDiffer();

    @Test
    void warnsAndNamesWhatDiffers() {
        assertThat(fingerprintsDiffer.examine(between(
                        Map.of("web", Map.of("python", "3.11.2", "workers", "2")),
                        Map.of("web", Map.of("python", "3.13.1", "workers", "2")))))
                .warnOf("a", "b")
                .because("web python (3.11.2, 3.13.1)");
    }

    @Test
    void countsAKeyThatOneSideLacks() {
        assertThat(fingerprintsDiffer.examine(
                        between(Map.of("web", Map.of("cpu limit", "1")), Map.of("web", Map.of()))))
                .warnOf("a", "b")
                .because("cpu limit (1, none)");
    }

    @Test
    void tellsNoMoreThanSix() {
        Map<String, String> packages = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            packages.put("package " + i, "1");
        }
        assertThat(fingerprintsDiffer.examine(between(Map.of("web", packages), Map.of("web", Map.of()))))
                .warnOf("a", "b")
                .because("package 5 (1, none) and 3 more");
    }

    @Test
    void isSilentAboutEqualOnesAndServicesThatOnlyOneSideHas() {
        assertThat(fingerprintsDiffer.examine(between(
                        Map.of("web", Map.of("python", "3.11.2")),
                        Map.of("web", Map.of("python", "3.11.2"), "proxy", Map.of("nginx", "1.22")))))
                .areNone();
    }

    @Test
    void isSilentWithoutAny() {
        assertThat(fingerprintsDiffer.examine(Sample.ofHealthy("a", "b").evidence()))
                .areNone();
    }

    private static Evidence between(Map<String, Map<String, String>> a, Map<String, Map<String, String>> b) {
        Surroundings unknown = Surroundings.unknown();
        return Sample.ofHealthy("a", "b")
                .evidence()
                .with(Map.of("a", unknown.fingerprints(a), "b", unknown.fingerprints(b)));
    }
}
