package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.workload.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Machine HERE = new Machine("Linux 6.1", "EPYC", 2, 4_096, "JDK 25", List.of("-Xmx1g"));
    private static final String SPLIT = "generator on [0], services on [1]";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Rulers rulers;

    @BeforeEach
    void open() {
        rulers = new Rulers(folder.resolve("made by the first"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Ruler read(Instant when) {
        return new Ruler(
                Rate.perSecond(42_000.5),
                Duration.ofNanos(87_123),
                List.of(new Ruler.Deviation(
                        Duration.ofMillis(5),
                        Optional.of(Rate.perSecond(100)),
                        Duration.ofNanos(60_001),
                        Duration.ofNanos(-90_000))),
                Duration.ofMillis(8_250),
                true,
                HERE,
                SPLIT,
                when);
    }

    private String whyMissing(Machine machine, String cpus) {
        Calibration found = rulers.find(machine, cpus);
        assertThat(found.reading()).isEmpty();
        return found.missing().orElseThrow();
    }

    @Test
    void aReadingIsFoundAgainAsItWasKept() throws IOException {
        rulers.keep(read(NOW.minusSeconds(60)));
        Calibration found = rulers.find(HERE, SPLIT);
        assertThat(found.reading()).contains(read(NOW.minusSeconds(60)));
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void aLaterReadingTakesThePlaceOfAnEarlierOneAndLeavesNothingBeside() throws IOException {
        Path first = rulers.keep(read(NOW.minusSeconds(60)));
        Path second = rulers.keep(read(NOW));
        assertThat(second).isEqualTo(first);
        assertThat(first.resolveSibling("")).isDirectoryContaining(second::equals);
        try (Stream<Path> files = Files.list(rulers.folder())) {
            assertThat(files).containsExactly(second);
        }
        assertThat(rulers.find(HERE, SPLIT).reading()).contains(read(NOW));
    }

    @Test
    void withoutAnyItSaysSo() {
        assertThat(whyMissing(HERE, SPLIT)).startsWith("not calibrated here").contains(SPLIT);
    }

    static Stream<Machine> otherMachines() {
        return Stream.of(
                new Machine("Linux 6.2", "EPYC", 2, 4_096, "JDK 25", List.of("-Xmx1g")),
                new Machine("Linux 6.1", "Xeon", 2, 4_096, "JDK 25", List.of("-Xmx1g")),
                new Machine("Linux 6.1", "EPYC", 4, 4_096, "JDK 25", List.of("-Xmx1g")),
                new Machine("Linux 6.1", "EPYC", 2, 4_096, "JDK 17", List.of("-Xmx1g")),
                new Machine("Linux 6.1", "EPYC", 2, 4_096, "JDK 25", List.of("-Xmx1g", "-XX:+UseZGC")));
    }

    @ParameterizedTest
    @MethodSource("otherMachines")
    void aReadingHoldsForNoOtherMachineOrJdk(Machine other) throws IOException {
        rulers.keep(read(NOW));
        assertThat(whyMissing(other, SPLIT)).startsWith("not calibrated here");
    }

    @Test
    void aReadingHoldsForNoOtherShareOfTheCpusButForAnotherSizeOfMemory() throws IOException {
        rulers.keep(read(NOW));
        assertThat(whyMissing(HERE, "shared")).contains("shared");
        Machine grown = new Machine("Linux 6.1", "EPYC", 2, 8_192, "JDK 25", List.of("-Xmx1g"));
        assertThat(rulers.find(grown, SPLIT).reading()).isPresent();
    }

    @Test
    void aFileThatWasMovedIsNotTaken() throws IOException {
        Files.copy(rulers.keep(read(NOW)), rulers.fileOf(HERE, "shared"));
        assertThat(whyMissing(HERE, "shared")).contains("of another machine");
    }

    @Test
    void aReadingThatIsTooOldOrOfTheFutureIsNotUsed() throws IOException {
        rulers.keep(read(NOW.minus(Rulers.LONGEST_AGE).plusSeconds(1)));
        assertThat(rulers.find(HERE, SPLIT).reading()).isPresent();
        rulers.keep(read(NOW.minus(Rulers.LONGEST_AGE)));
        assertThat(whyMissing(HERE, SPLIT)).contains("older than 30 days");
        rulers.keep(read(NOW.plusSeconds(1)));
        assertThat(whyMissing(HERE, SPLIT)).contains("in the future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"ceiling\": {\"perSecond\": -1}}", "{\"ceiling\": {\"perSe"})
    void aDamagedFileIsToldInOneSentenceAndIgnored(String content) throws IOException {
        Path file = rulers.keep(read(NOW));
        Files.writeString(file, content);
        assertThat(whyMissing(HERE, SPLIT)).contains(file.toString(), "damaged").doesNotContain("\n");
        rulers.keep(read(NOW));
        assertThat(rulers.find(HERE, SPLIT).reading()).isPresent();
    }

    @Test
    void aFileThatCannotBeReadIsToldInOneSentence() throws IOException {
        Files.createDirectories(rulers.fileOf(HERE, SPLIT));
        assertThat(whyMissing(HERE, SPLIT)).contains("cannot be read").doesNotContain("\n");
    }
}
