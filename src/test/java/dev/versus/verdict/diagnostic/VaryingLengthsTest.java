package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import dev.versus.measurement.FailureKind;
import org.junit.jupiter.api.Test;

class VaryingLengthsTest {

    private final VaryingLengths varyingLengths = new VaryingLengths();

    @Test
    void saysHowMuchFailedByLengthAlone() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().failing(FailureKind.LENGTH, round == 3 ? 200 : 0))
                .evidence();
        assertThat(varyingLengths.examine(evidence)).warnOf("b").because("200 of 100,000 bodies of b");
    }

    @Test
    void isSilentAboutOtherFailures() {
        Evidence evidence = Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().failing(FailureKind.STATUS, 200))
                .evidence();
        assertThat(varyingLengths.examine(evidence)).areNone();
    }
}
